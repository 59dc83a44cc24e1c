import * as vscode from 'vscode';
import type { FormattedReference } from '../../../core/csl/formatRequest.ts';
import { htmlList, plainList } from '../../../core/csl/referenceList.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { showStatus, showWarning } from '../../ui/messages.ts';

const shownMilliseconds = 3_000;

/** Papers on the clipboard as references in the citation style of the settings, as text or as HTML. */
export const copyFormatted: Feature = {
  name: 'copyFormatted',
  register(services) {
    const { guard } = services;
    const [text, html] = ['Copy as Formatted Reference', 'Copy as Formatted Reference (HTML)'];
    return vscode.Disposable.from(
      registerCommand(guard, commandIds.copyFormatted, text, (...args) => copy(services, args, text, plainList)),
      registerCommand(guard, commandIds.copyFormattedHtml, html, (...args) => copy(services, args, html, htmlList)),
    );
  },
};

async function copy(
  services: Services,
  args: readonly unknown[],
  title: string,
  write: (references: readonly FormattedReference[]) => string,
): Promise<void> {
  const papers = await askedPapers(services, args, { title, many: true, rows: 'papers and groups' });
  if (papers.length === 0) return;
  const { references, problem, style } = await services.formatter.format({ listed: papers.map(({ key }) => key) });
  if (references.length === 0) {
    throw new ExpectedError(
      `The citation style ${style} has no reference list: choose another in paperside.csl.style.`,
    );
  }
  await vscode.env.clipboard.writeText(write(references));
  if (problem !== undefined) void showWarning(plainMessage(problem, 400));
  showStatus(
    said`$(copy) ${references.length === 1 ? '1 reference' : `${references.length} references`}: ${style}`,
    shownMilliseconds,
  );
}
