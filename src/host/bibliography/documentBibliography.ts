import * as vscode from 'vscode';
import {
  bibliographyCandidates,
  chooseBibliography,
  defaultBibliographies,
  resolvePath,
  type BibliographyChoice,
} from '../../core/bibliography/chooseBibliography.ts';
import { latexRoot } from '../../core/bibliography/latexRoot.ts';
import { isAddress } from '../../core/bibliography/layeredMetadata.ts';
import { namedBibliographies } from '../../core/bibliography/namedBibliographies.ts';
import { parseFrontMatter, type FrontMatterProblem } from '../../core/bibliography/parseFrontMatter.ts';
import { writableFormat } from '../../core/bibliography/planBibliographyInsert.ts';
import { fileState } from '../files/fileState.ts';
import { textOf } from '../files/textOf.ts';
import type { CitingText, DocumentMetadata } from './documentMetadata.ts';

/** The bibliography files of a document, whether they exist or not. */
export interface BibliographyFiles {
  readonly uris: readonly vscode.Uri[];
  /** It names something else besides, such as an address on the web. */
  readonly hasOthers: boolean;
  /** It or its project names them: else it is the nearest `references.bib`. */
  readonly isNamed: boolean;
}

/** Finds the bibliography of documents: what they or their projects name. */
export class DocumentBibliography {
  readonly #metadata: DocumentMetadata;

  constructor(metadata: DocumentMetadata) {
    this.#metadata = metadata;
  }

  /** What the file of a project names changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#metadata.onDidChange;
  }

  /**
   * The files that a text or its project names and, of Pandoc's Markdown and MyST where nothing is named, the nearest
   * `references.bib`; of a part of a LaTeX document that names none those of its main document. Never rejects.
   */
  async files(document: CitingText): Promise<BibliographyFiles> {
    const { uri, syntax } = document;
    if (uri.scheme === 'untitled') return { uris: [], hasOthers: false, isNamed: true };
    if (isCode(syntax)) return { ...(await filesInCode(document)), isNamed: true };
    const { bibliography, hasOthers } = await this.#metadata.of(document);
    const uris = bibliography.map((path) => uri.with({ path }));
    if (uris.length > 0 || hasOthers || (syntax !== 'pandoc' && syntax !== 'myst')) {
      return { uris, hasOthers, isNamed: true };
    }
    for (const place of defaultPlaces(uri)) {
      if (await exists(place)) return { uris: [place], hasOthers: false, isNamed: false };
    }
    return { uris, hasOthers, isNamed: true };
  }

  /**
   * The file that citations of a document go to, by the files there are now; `undefined` when it has none that can be
   * written and is not to be given one. Documents for Pandoc are given one; LaTeX and Typst have what they (or their main
   * document) name, MyST also the `references.bib` of its project, Markdown with other marks what its front matter names.
   */
  async choice(document: CitingText): Promise<BibliographyChoice | undefined> {
    if (document.uri.scheme === 'untitled') return undefined;
    if (isCode(document.syntax)) return choiceInCode(document);
    const choice = await this.#choiceInMarkdown(document);
    const { syntax } = document;
    if (syntax === 'pandoc' || choice.kind === 'unsupported' || choice.addToFrontMatter === undefined) return choice;
    return syntax === 'myst' && choice.exists ? { ...choice, addToFrontMatter: undefined } : undefined;
  }

  async #choiceInMarkdown(document: CitingText): Promise<BibliographyChoice> {
    const { uri } = document;
    const { frontMatter, bibliography, projectProblems } = await this.#metadata.of(document);
    const [projectProblem] = projectProblems;
    // What it would say is not known: nothing is to be named beside it.
    if (projectProblem !== undefined && bibliography.length === 0)
      return { kind: 'unsupported', reason: projectProblem };
    const problem = bibliography.length > 0 ? frontMatter.problem : whatIsWrong(document.text);
    const question = { frontMatter: { problem }, named: bibliography, ...foldersOf(uri) };
    const existing: string[] = [];
    for (const path of bibliographyCandidates(question)) {
      if (await exists(uri.with({ path }))) existing.push(path);
    }
    return chooseBibliography({ ...question, existing });
  }
}

/** The places where a `references.bib` is looked for, the nearest first. */
export function defaultPlaces(uri: vscode.Uri): readonly vscode.Uri[] {
  return uri.scheme === 'untitled' ? [] : defaultBibliographies(foldersOf(uri)).map((path) => uri.with({ path }));
}

/** In front matter that is to be changed nothing may be wrong. */
function whatIsWrong(text: string): FrontMatterProblem | undefined {
  const parsed = parseFrontMatter(text);
  return parsed !== undefined && 'code' in parsed ? parsed : undefined;
}

function isCode(syntax: string): boolean {
  return syntax === 'latex' || syntax === 'typst';
}

/** The first file that exists of those a LaTeX or Typst document names, else the first. */
async function choiceInCode(document: CitingText): Promise<BibliographyChoice | undefined> {
  const writable = (await filesInCode(document)).uris.filter(({ path }) => writableFormat(path) !== undefined);
  for (const { path } of writable) {
    const uri = document.uri.with({ path });
    if (await exists(uri)) return { kind: 'file', path, exists: true, addToFrontMatter: undefined };
  }
  const path = writable[0]?.path;
  return path === undefined ? undefined : { kind: 'file', path, exists: false, addToFrontMatter: undefined };
}

async function filesInCode(document: CitingText): Promise<Omit<BibliographyFiles, 'isNamed'>> {
  const own = filesNamedIn(document);
  if (own.uris.length > 0 || own.hasOthers || document.syntax !== 'latex') return own;
  const main = await mainDocument(document);
  return main === undefined ? own : filesNamedIn(main);
}

function filesNamedIn({ uri, text, syntax }: CitingText): Omit<BibliographyFiles, 'isNamed'> {
  const { folder, root } = foldersOf(uri);
  const paths = namedBibliographies(syntax, text);
  const files = paths.filter((path) => !isAddress(path));
  // In Typst `/` is the folder of the project.
  const resolved = files.map((path) =>
    syntax === 'typst' && path.startsWith('/') ? `${root}${path}` : resolvePath(folder, path),
  );
  return { uris: resolved.map((path) => uri.with({ path })), hasOthers: files.length < paths.length };
}

/** Nothing outside the workspace is read because a document says so. */
async function mainDocument({ uri, text, syntax }: CitingText): Promise<CitingText | undefined> {
  const root = latexRoot(text);
  if (root === undefined) return undefined;
  const main = uri.with({ path: resolvePath(foldersOf(uri).folder, root) });
  if (vscode.workspace.getWorkspaceFolder(main) === undefined) return undefined;
  const mainText = await textOf(main);
  return mainText === undefined ? undefined : { uri: main, text: mainText, syntax };
}

function foldersOf(uri: vscode.Uri): { readonly folder: string; readonly root: string } {
  const folder = vscode.Uri.joinPath(uri, '..').path;
  return { folder, root: vscode.workspace.getWorkspaceFolder(uri)?.uri.path ?? folder };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return (await fileState(uri)).kind === 'file';
}
