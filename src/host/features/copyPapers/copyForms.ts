import type { QuickPickItem } from 'vscode';
import { markdownLink } from '../../../core/bibliography/markdownLink.ts';
import { plainReference } from '../../../core/bibliography/plainReference.ts';
import { exportFormats, type ExportFormat } from '../../../core/bibliography/write/exportFormats.ts';
import type { FormattedReference } from '../../../core/csl/formatRequest.ts';
import { htmlList, plainList } from '../../../core/csl/referenceList.ts';
import type { PaperFields } from '../../../core/paper.ts';
import { composeBibliography } from '../../bibliography/composeBibliography.ts';
import { writersStyle } from '../../formatting/writersStyle.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';

/** Papers as they are put on the clipboard. */
export interface CopiedText {
  readonly text: string;
  /** The citation style that they have. */
  readonly style?: string;
  /** Why it is another one than was asked for, with text of its file: escape it. */
  readonly problem?: string | undefined;
}

/** A form in which papers are put on the clipboard. */
export interface CopyForm extends QuickPickItem {
  /** What commands call it. */
  readonly id: string;
  /** The papers of these keys in this form. Rejects with an `ExpectedError` that says why there is none. */
  readonly copy: (services: Services, keys: readonly string[]) => Promise<CopiedText>;
}

function bibliographyForm(format: ExportFormat): CopyForm {
  return {
    id: format.id,
    label: format.label,
    copy: async (services, keys) => ({
      text: (await composeBibliography(services, { format, keys })).parts.join('').trimEnd(),
    }),
  };
}

function lineForm(names: QuickPickItem & { readonly id: string }, line: (paper: PaperFields) => string): CopyForm {
  return {
    ...names,
    copy: async (services, keys) => {
      const papers = await askedPapers(services, [{ keys }], { title: names.label, many: true });
      return { text: papers.map(line).join('\n') };
    },
  };
}

function formattedForm(
  names: QuickPickItem & { readonly id: string },
  write: (references: readonly FormattedReference[]) => string,
): CopyForm {
  return {
    ...names,
    copy: async (services, keys) => {
      const own = await writersStyle(services);
      const asked = own && { style: own.style, language: own.language };
      const { references, problem, style } = await services.formatter.format({ ...asked, listed: keys });
      if (references.length > 0) return { text: write(references), problem: own?.problem ?? problem, style };
      throw new ExpectedError(
        `The citation style ${style} has no reference list: choose another in paperside.csl.style.`,
      );
    },
  };
}

const [style, styleMarks] = ['as the citation style prints it', 'as the citation style prints it, with its marks'];

/** All forms, in the order in which they are offered. */
export const copyForms: readonly CopyForm[] = [
  ...exportFormats.map(bibliographyForm),
  formattedForm({ id: 'formatted', label: 'Formatted Text', description: style }, plainList),
  formattedForm({ id: 'formattedHtml', label: 'Formatted HTML', description: styleMarks }, htmlList),
  lineForm({ id: 'markdown', label: 'Markdown Link', description: '[Title](https://doi.org/…)' }, markdownLink),
  lineForm({ id: 'text', label: 'Plain Text', description: 'Authors (year). Title. Venue. Link' }, plainReference),
];
