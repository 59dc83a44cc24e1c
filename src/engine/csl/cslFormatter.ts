import type { Engine } from 'citeproc';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import { parseStyle, type CslStyle } from '../../core/csl/cslStyle.ts';
import type { CslFile, FormatAnswer, FormattedDocument, StyleChoice } from '../../core/csl/formatRequest.ts';
import {
  defaultLocale,
  defaultStyle,
  isShippedStyle,
  localeFile,
  localeOf,
  shippedStyles,
  styleFile,
} from '../../core/csl/shippedCsl.ts';
import type { Result } from '../../core/result.ts';
import { citeprocGlobal } from './citeprocGlobal.ts';
import type { FormatJob } from './formatter.ts';
import { formatDocument } from './formatDocument.ts';
import { makeProcessor, type Processor } from './processor.ts';

/** The script of citeproc, below the folder of the extension. */
const citeprocFile = 'dist/citeproc.js';
/** Processors that are kept: one takes up to a second to be made. */
const mostProcessors = 6;
const unreadable = 'Citations cannot be formatted: a file of Paperside cannot be read. Install Paperside again.';

/** What the formatter needs of the place it runs in. */
export interface FormatterPorts {
  /** Runs a script that leaves what it gives in `globalThis`; `undefined` where none can be run. */
  readonly runScript: ((script: string) => void) | undefined;
}

/** Formats citations with citeproc, which it loads when it is first asked. */
export class CslFormatter {
  readonly #ports: FormatterPorts;
  readonly #files = new Map<string, string | undefined>();
  /** By language and text of the style, the last used last. */
  readonly #processors = new Map<string, Processor>();
  /** The last answer of each of them: while a text is written, most changes are no matter of citations. */
  readonly #answers = new Map<
    string,
    { readonly asked: string; readonly answer: Omit<FormattedDocument, 'problem'> }
  >();
  /** What styles say of themselves, by their texts. */
  readonly #facts = new Map<string, Result<Pick<CslStyle, 'parent' | 'language'>>>();
  #citeproc: typeof Engine | undefined;

  constructor(ports: FormatterPorts) {
    this.#ports = ports;
  }

  /** Takes in files that an answer named. */
  provide(files: readonly CslFile[]): void {
    for (const { path, text } of files) this.#files.set(path, text);
  }

  /** Formats, or says what is missing for it. Does not throw. */
  format(request: FormatJob): FormatAnswer {
    if (this.#ports.runScript === undefined) return failed('Citations cannot be formatted in this browser.');
    const chosen = this.#style(request.style);
    if ('answer' in chosen) return chosen.answer;
    const locales = [defaultLocale, localeOf(request.language || chosen.language) ?? defaultLocale];
    const missing = this.#missing([citeprocFile, ...locales.map(localeFile)]);
    if (missing.length > 0) return { kind: 'missing', files: missing };
    return this.#tryFormat(request, chosen);
  }

  /** With the default style where the style that was asked for makes citeproc fail. */
  #tryFormat(request: FormatJob, chosen: ChosenStyle): FormatAnswer {
    try {
      const workOf = this.#worksOf(request);
      const { citations: clusters, listed } = request;
      const keys = [...clusters.flatMap(({ items }) => items.map(({ key }) => key)), ...listed];
      const asked = JSON.stringify([clusters, listed, keys.map(workOf)]);
      const kept = this.#answers.get(cacheKey(chosen.source, request.language));
      if (kept?.asked === asked) return { ...kept.answer, problem: chosen.problem };
      const processor = this.#processor(chosen.source, request.language);
      const answer = formatDocument(processor, { clusters, listed, workOf });
      keep(this.#answers, cacheKey(chosen.source, request.language), { asked, answer });
      return { ...answer, problem: chosen.problem };
    } catch (error) {
      const said = reasonOf(error);
      // A processor that failed in the middle of something is not asked again.
      this.#processors.delete(cacheKey(chosen.source, request.language));
      if ('shipped' in request.style) return failed(`Citations cannot be formatted: ${said}`);
      const instead = this.format({ ...request, style: { shipped: defaultStyle } });
      return instead.kind === 'formatted' ? { ...instead, problem: unusable(request.style.name, said) } : instead;
    }
  }

  /** The text of a style that says how things are formatted, or what to answer without it. */
  #style(choice: StyleChoice, problem?: string): ChosenStyle | { readonly answer: FormatAnswer } {
    const source = 'shipped' in choice ? this.#files.get(styleFile(choice.shipped)) : choice.text;
    if (source === undefined && 'shipped' in choice) {
      const missing = this.#missing([styleFile(choice.shipped)]);
      const isLost = missing.length === 0;
      return { answer: isLost ? failed(unreadable) : { kind: 'missing', files: missing } };
    }
    const read = this.#read(source ?? '');
    const name = 'shipped' in choice ? shippedStyles[choice.shipped] : choice.name;
    if (!read.ok && 'shipped' in choice && choice.shipped === defaultStyle) return { answer: failed(unreadable) };
    if (!read.ok) return this.#style({ shipped: defaultStyle }, unusable(name, read.error));
    const { parent, language } = read.value;
    if (parent === undefined) return { source: source ?? '', language: language ?? '', problem };
    if (isShippedStyle(parent)) return this.#style({ shipped: parent }, problem);
    const why = `it only names another style, ${parent}.csl: add that one to the workspace and choose it`;
    return this.#style({ shipped: defaultStyle }, unusable(name, why));
  }

  #missing(paths: readonly string[]): readonly string[] {
    return [...new Set(paths)].filter((path) => !this.#files.has(path));
  }

  #worksOf({ works = [], library }: FormatJob): (key: string) => CslItem | undefined {
    const own = new Map(works.map((work) => [work.id, work]));
    return (key) => own.get(key) ?? library?.get(key);
  }

  /** Of the same text each time without reading it. */
  #read(source: string): Result<Pick<CslStyle, 'parent' | 'language'>> {
    const kept = this.#facts.get(source);
    if (kept !== undefined) return kept;
    const read = parseStyle(source);
    const facts = read.ok
      ? { ok: true as const, value: { parent: read.value.parent, language: read.value.language } }
      : read;
    keep(this.#facts, source, facts);
    return facts;
  }

  #processor(source: string, language: string): Processor {
    const key = cacheKey(source, language);
    const processor = this.#processors.get(key) ?? this.#make(source, language);
    this.#processors.delete(key);
    keep(this.#processors, key, processor);
    return processor;
  }

  #make(source: string, language: string): Processor {
    const style = parseStyle(source);
    if (!style.ok) throw new Error(style.error);
    return makeProcessor({
      Citeproc: this.#load(),
      style: style.value,
      language,
      localeText: (locale) => this.#files.get(localeFile(locale)),
    });
  }

  #load(): typeof Engine {
    if (this.#citeproc !== undefined) return this.#citeproc;
    const script = this.#files.get(citeprocFile);
    if (script === undefined) throw new Error(`${citeprocFile} cannot be read`);
    this.#ports.runScript?.(script);
    const found: unknown = Reflect.get(globalThis, citeprocGlobal);
    if (!isCiteproc(found)) throw new Error(`${citeprocFile} is not what was built`);
    this.#citeproc = found;
    return found;
  }
}

interface ChosenStyle {
  readonly source: string;
  /** The style's own; `''`: none. */
  readonly language: string;
  readonly problem: string | undefined;
}

/** What citeproc or we throw, as the end of a sentence. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^citeproc-js error: /, '').replace(/\.$/, '');
}

/** Both come from one build, so it is taken at its declared type. */
function isCiteproc(value: unknown): value is typeof Engine {
  return typeof value === 'function';
}

/** Adds to a cache, and lets what was used longest ago go. */
function keep<T>(cache: Map<string, T>, key: string, value: T): void {
  cache.set(key, value);
  const [oldest] = cache.keys();
  if (cache.size > mostProcessors && oldest !== undefined) cache.delete(oldest);
}

function cacheKey(source: string, language: string): string {
  return `${language}\n${source}`;
}

function failed(message: string): FormatAnswer {
  return { kind: 'failed', message };
}

function unusable(name: string, why: string): string {
  return `The citation style ${name} cannot be used: ${why}. ${shippedStyles[defaultStyle]} is used instead.`;
}
