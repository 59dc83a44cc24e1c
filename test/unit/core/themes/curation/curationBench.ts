import { finished } from '../../../../../src/core/finished.ts';
import type { Paper } from '../../../../../src/core/paper.ts';
import type { Problem } from '../../../../../src/core/problem.ts';
import type { TextEdit } from '../../../../../src/core/text/position.ts';
import type { ThemeModel } from '../../../../../src/core/themes/theme.ts';
import type { ThemeChange } from '../../../../../src/core/themes/curation/themeChange.ts';
import { createCuratedThemes } from '../../../../../src/core/themes/curation/curatedThemeModel.ts';
import { createThemes } from '../../../../../src/core/themes/fileThemes.ts';
import { themePaper, updateThemes } from '../../../../support/themeCorpus.ts';

/** Groups papers by the first word of their titles; `Other` are those without one. Halves: by the first letter of keys. */
export function createWordThemes(): ThemeModel {
  let papers: readonly Paper[] = [];
  const words = (): readonly string[] => [...new Set(papers.map(wordOf))].sort();
  return {
    *update(_diff, now) {
      papers = now;
      yield;
    },
    themes() {
      const list = words().map((id) => ({
        id,
        label: id.slice(0, 1).toUpperCase() + id.slice(1),
        terms: [id],
        keys: papers.filter((paper) => wordOf(paper) === id).map(({ key }) => key),
      }));
      return [...list.filter(({ id }) => id !== 'other'), ...list.filter(({ id }) => id === 'other')];
    },
    themesOf(key) {
      const paper = papers.find((one) => one.key === key);
      return paper === undefined ? [] : [wordOf(paper)];
    },
    nearestThemes(key, most) {
      const paper = papers.find((one) => one.key === key);
      const own = paper === undefined ? '' : wordOf(paper);
      return words()
        .filter((word) => word !== own && word !== 'other' && paper?.title.includes(word) === true)
        .slice(0, most);
    },
    *halvesOf(keys) {
      yield;
      const isFirst = (key: string): boolean => key[0] === keys[0]?.[0];
      return [keys.filter(isFirst), keys.filter((key) => !isFirst(key))];
    },
  };
}

/** Edits as an editor applies them: all offsets are those of the text before. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: added } of edits) {
    if (start < at || end < start) throw new Error('These edits overlap.');
    result += text.slice(at, start) + added;
    at = end;
  }
  return result + text.slice(at);
}

/** A library with themes and their file, as one works with it. */
export class CurationBench {
  readonly #base: () => ThemeModel;
  model: ReturnType<typeof createCuratedThemes>;
  papers: readonly Paper[] = [];
  text: string | undefined;

  constructor(base: () => ThemeModel = createThemes) {
    this.#base = base;
    this.model = createCuratedThemes(base());
  }

  add(...papers: readonly Paper[]): this {
    this.papers = updateThemes(this.model, this.papers, { add: papers });
    return this;
  }

  remove(...keys: readonly string[]): this {
    this.papers = updateThemes(this.model, this.papers, { remove: keys });
    return this;
  }

  write(text: string | undefined): readonly Problem[] {
    this.text = text;
    return finished(this.model.setFile(text));
  }

  /** Makes a change and writes it; gives the sentence why not. */
  change(change: ThemeChange): string | undefined {
    const plan = finished(this.model.plan(change));
    if (!plan.ok) return plan.error;
    if (plan.edits.length > 0) this.write(applyEdits(this.text ?? '', plan.edits));
    return undefined;
  }

  /** The same files in a new session. */
  restart(): this {
    const { papers, text } = this;
    this.model = createCuratedThemes(this.#base());
    this.papers = [];
    this.add(...papers);
    this.write(text);
    return this;
  }

  /** `Label: key, key` of each theme, in their order. */
  shown(): readonly string[] {
    return this.model.themes().map(({ label, keys, pinned }) => {
      return `${pinned === true ? '*' : ''}${label}: ${keys.join(' ')}`;
    });
  }

  /** The lines of the file between braces, without white space around them. */
  lines(): readonly string[] {
    return (this.text ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line.includes(':') && !/^"(?:version|themes|papers)"/.test(line));
  }
}

/** Papers from `key title`, such as `a1 animals play`. */
export function papersOf(...lines: readonly string[]): readonly Paper[] {
  return lines.map((line) => {
    const [key = '', ...words] = line.split(' ');
    return themePaper(key, words.join(' '));
  });
}

/** Some papers on three subjects, and one on none. */
export function pile(): readonly Paper[] {
  return papersOf(
    'a1 animals play',
    'a2 animals sing with games',
    'a3 animals games',
    'g1 games of people',
    'g2 games and animals',
    'r1 robots',
    'o1',
  );
}

/** The pile under themes by first words. */
export function wordBench(): CurationBench {
  return new CurationBench(createWordThemes).add(...pile());
}

/** Papers that their file puts into a group. */
export function groupedBench(group: string, ...keys: readonly string[]): CurationBench {
  const papers = keys.flatMap((key) => papersOf(`${key} animals`));
  return new CurationBench().add(...papers.map((paper) => Object.assign(paper, { groups: [group] })));
}

function wordOf({ title }: Paper): string {
  return title === '' ? 'other' : (title.split(' ')[0] ?? '');
}
