import { samePath } from './bibliographyPath.ts';
import type { FrontMatter } from './frontMatter.ts';
import { writableFormat } from './planBibliographyInsert.ts';

/** Paths are decoded, `/`-separated paths of one file system (`uri.path`); all of them absolute or all relative. */
export interface BibliographyQuestion {
  readonly frontMatter: Pick<FrontMatter, 'problem'>;
  /** Resolved paths of the files that its front matter and its project name, in their order. */
  readonly named: readonly string[];
  /** The folder of the document. */
  readonly folder: string;
  /** The workspace folder the document is in; the document's folder itself when it is in none. */
  readonly root: string;
  /** The bibliography files that exist (at least those that `bibliographyCandidates` names). */
  readonly existing: readonly string[];
}

/** The file that citations of a document go to. */
export type BibliographyChoice =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly exists: boolean;
      /** To be named in the document's front matter so that pandoc finds it; `undefined` when it is named already. */
      readonly addToFrontMatter: string | undefined;
    }
  /** The front matter cannot be read, by pandoc neither. `reason` is a sentence; it may hold text of the file. */
  | { readonly kind: 'unsupported'; readonly reason: string };

const defaultName = 'references.bib';

/** The paths whose existence `chooseBibliography` asks about, in the order of its preference. */
export function bibliographyCandidates(question: Omit<BibliographyQuestion, 'existing'>): readonly string[] {
  return [...question.named.filter((path) => writableFormat(path) !== undefined), ...defaultBibliographies(question)];
}

/** The places of the `references.bib` of a document that names nothing, the nearest first. */
export function defaultBibliographies(question: Pick<BibliographyQuestion, 'folder' | 'root'>): readonly string[] {
  return foldersUp(question).map((above) => resolvePath(above, defaultName));
}

/**
 * Chooses the bibliography of a document: the first file that it or its project names that exists and can be written, else the
 * first that can be written; else the nearest `references.bib` from the document's folder up to the root; else a new one
 * beside the document. The latter two have to be named in the front matter. Never climbs above the root by itself; a
 * `..` that the writer put into the front matter is followed.
 */
export function chooseBibliography(question: BibliographyQuestion): BibliographyChoice {
  const { frontMatter, folder, existing } = question;
  if (frontMatter.problem !== undefined) return { kind: 'unsupported', reason: frontMatter.problem.message };
  const exists = (path: string) => existing.some((known) => known === path);
  const writable = question.named.filter((path) => writableFormat(path) !== undefined);
  const named = writable.find(exists) ?? writable[0];
  if (named !== undefined) return { kind: 'file', path: named, exists: exists(named), addToFrontMatter: undefined };
  const nearest = defaultBibliographies(question).find(exists);
  const path = nearest ?? resolvePath(folder, defaultName);
  return { kind: 'file', path, exists: nearest !== undefined, addToFrontMatter: relativePath(folder, path) };
}

/** `path` as it is meant in a document of `folder`; `.` and `..` are resolved. */
export function resolvePath(folder: string, path: string): string {
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  const written = drive ? `/${path.replaceAll('\\', '/')}` : path.replace(/^file:\/\//, '');
  const absolute = written.startsWith('/');
  const base = absolute ? [] : segmentsOf(folder);
  const rooted = absolute || folder.startsWith('/');
  const segments: string[] = [...base];
  for (const segment of segmentsOf(written)) {
    if (segment === '.') continue;
    const last = segments.at(-1);
    if (segment !== '..') segments.push(segment);
    else if (last !== undefined && last !== '..') segments.pop();
    else if (!rooted) segments.push('..');
  }
  return (rooted ? '/' : '') + segments.join('/');
}

/** How a document in `folder` names `path`: `../refs/references.bib`. */
export function relativePath(folder: string, path: string): string {
  const from = segmentsOf(folder);
  const to = segmentsOf(path);
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** The folder of the document and those above it, up to the root; only itself when it does not lie in the root. */
export function foldersUp({ folder, root }: Pick<BibliographyQuestion, 'folder' | 'root'>): readonly string[] {
  const document = segmentsOf(folder);
  const top = segmentsOf(root);
  const prefix = folder.startsWith('/') ? '/' : '';
  const below = top.every((segment, index) => samePath(segment, document[index] ?? ''));
  if (!below) return [prefix + document.join('/')];
  const folders: string[] = [];
  for (let length = document.length; length >= top.length; length -= 1) {
    folders.push(prefix + document.slice(0, length).join('/'));
  }
  return folders;
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.');
}
