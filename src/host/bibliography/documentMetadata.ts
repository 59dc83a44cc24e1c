import * as vscode from 'vscode';
import { readFrontMatter, type FrontMatter } from '../../core/bibliography/frontMatter.ts';
import { layeredMetadata, type LayeredMetadata } from '../../core/bibliography/layeredMetadata.ts';
import { RememberedFew } from '../../core/remembered.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** Of so many texts the front matter is remembered. */
const mostRemembered = 8;

/** A text that may name its bibliography. */
export interface CitingText {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** Id of its citation syntax. */
  readonly syntax: string;
}

/** What a document and its project say of its citations. */
export interface SaidOfCitations extends LayeredMetadata {
  readonly frontMatter: FrontMatter;
  /** The file that names the style; the document where none does. */
  readonly styleFrom: vscode.Uri;
  /** One sentence for each file of the project that cannot be read; with text of the file: escape it. */
  readonly projectProblems: readonly string[];
}

/** Reads what documents and their projects say of citations. */
export class DocumentMetadata {
  readonly #projects: ProjectFiles;
  readonly #read = new RememberedFew<FrontMatter>(mostRemembered);

  constructor(projects: ProjectFiles) {
    this.#projects = projects;
  }

  /** What the file of a project says changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#projects.onDidChange;
  }

  /** Of LaTeX and Typst nothing: they say such things in their own ways. Never rejects. */
  async of({ uri, text, syntax }: CitingText): Promise<SaidOfCitations> {
    const isCode = syntax === 'latex' || syntax === 'typst';
    const own = isCode ? '' : text;
    const frontMatter = this.#read.get([own], () => readFrontMatter(own));
    const files = isCode ? [] : await this.#projects.of(uri);
    const layered = layeredMetadata([
      { metadata: frontMatter, folder: vscode.Uri.joinPath(uri, '..').path, joins: 'never' },
      ...files.map((file) => ({ ...file, folder: vscode.Uri.joinPath(file.uri, '..').path })),
    ]);
    return {
      ...layered,
      frontMatter,
      styleFrom: files[(layered.csl?.layer ?? 0) - 1]?.uri ?? uri,
      projectProblems: files.flatMap((file) =>
        file.problem === undefined
          ? []
          : [`${vscode.workspace.asRelativePath(file.uri)} ${withoutStop(file.problem)}: correct it.`],
      ),
    };
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
