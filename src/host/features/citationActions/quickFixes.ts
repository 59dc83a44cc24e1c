import * as vscode from 'vscode';
import { withoutRepetition } from '../../../core/citations/change/clusterParts.ts';
import { isClearCandidate } from '../../../core/citations/check/clearCandidate.ts';
import { isFindingCode, type FindingCode } from '../../../core/citations/check/finding.ts';
import { citationAt, type CitationAt } from '../../../core/citations/citationAt.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { commandIds, type CommandId } from '../../ids.ts';
import { editAction, type ActionContext } from './actionContext.ts';

const { QuickFix } = vscode.CodeActionKind;
const maxKey = 60;
const maxTitle = 60;

/** A finding that is shown where actions are asked for. */
interface Shown {
  readonly code: FindingCode;
  readonly at: CitationAt;
}

/** What mends the findings that are shown at a place. */
export async function quickFixes(
  context: ActionContext,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  const actions: vscode.CodeAction[] = [];
  for (const diagnostic of diagnostics) {
    const shown = shownAt(context, diagnostic);
    if (shown === undefined) continue;
    for (const action of await fixesOf(context, shown)) {
      action.diagnostics = [diagnostic];
      actions.push(action);
    }
  }
  return actions;
}

function shownAt({ document, scanned }: ActionContext, diagnostic: vscode.Diagnostic): Shown | undefined {
  const { code, source, range } = diagnostic;
  if (source !== 'Paperside' || !isFindingCode(code)) return undefined;
  const at = citationAt(scanned.scan, document.offsetAt(range.start));
  return at && { code, at };
}

async function fixesOf(context: ActionContext, shown: Shown): Promise<readonly vscode.CodeAction[]> {
  const { code, at } = shown;
  const { key } = at.item;
  const instead = await insteadOf(context, shown);
  switch (code) {
    case 'unknown-key':
      return [
        ...instead,
        commandAction(context, at, said`Choose the paper from the library…`, commandIds.replaceCitation),
        commandAction(context, at, said`Ignore the key "${short(key)}" in this workspace`, commandIds.ignoreKey),
      ];
    case 'missing-entry':
      return instead.length > 0
        ? instead
        : [
            preferred(commandAction(context, at, said`Add the entry to the bibliography`, commandIds.addEntries)),
            ...addAll(context, at),
          ];
    case 'duplicate-key':
      return [...removal(context, at), ...instead];
    case 'ambiguous-key':
      return instead;
    case 'retracted-paper':
      return [commandAction(context, at, said`Ignore the key "${short(key)}" in this workspace`, commandIds.ignoreKey)];
  }
}

/** Other keys that may be meant, each for this place and, where there are several, for the whole document. */
async function insteadOf(context: ActionContext, { code, at }: Shown): Promise<readonly vscode.CodeAction[]> {
  const { services, document, scanned } = context;
  const { key } = at.item;
  const findings = services.citationChecks.found(document.uri);
  const keys = findings.find((one) => one.code === code && one.key === key)?.instead ?? [];
  if (keys.length === 0) return [];
  const rows = await services.library.engine.resolveKeys(keys);
  const places = scanned.scan.clusters.flatMap((cluster) =>
    cluster.items.flatMap((item, index) => (item.key === key ? [{ cluster, index }] : [])),
  );
  const writer = scanned.syntax.writer(scanned);
  const isClear = code === 'missing-entry' || (code === 'unknown-key' && isClearCandidate(key, keys));
  return keys.flatMap((other, rank) => {
    const one = writer.otherKey(other, at.cluster, at.index);
    if (one === undefined) return [];
    const title = rows[rank]?.title ?? '';
    const named = title === '' ? said`"${short(other)}"` : said`"${short(other)}" (${plainMessage(title, maxTitle)})`;
    const here = editAction(context, said`Change to ${named}`, QuickFix, [one]);
    here.isPreferred = isClear && rank === 0;
    const all = places.map(({ cluster, index }) => writer.otherKey(other, cluster, index));
    const isEverywhere = rank === 0 && code !== 'ambiguous-key' && all.length > 1 && !all.includes(undefined);
    const edits = all.filter((edit): edit is TextEdit => edit !== undefined);
    const everywhere = said`Change to "${short(other)}" everywhere in this document (${all.length} places)`;
    return isEverywhere ? [here, editAction(context, everywhere, QuickFix, edits)] : [here];
  });
}

function removal(context: ActionContext, { cluster, index, item }: CitationAt): readonly vscode.CodeAction[] {
  const edit = withoutRepetition(context.scanned, cluster, index);
  if (edit === undefined) return [];
  return [preferred(editAction(context, said`Remove the repeated "${short(item.key)}"`, QuickFix, [edit]))];
}

/** Several entries are missing: one action adds them all. */
function addAll(context: ActionContext, at: CitationAt): readonly vscode.CodeAction[] {
  const { services, document } = context;
  const findings = services.citationChecks.found(document.uri);
  const missing = findings.filter(({ code, instead }) => code === 'missing-entry' && instead.length === 0);
  const keys = [...new Set(missing.map(({ key }) => key))];
  if (keys.length < 2) return [];
  const title = said`Add all ${keys.length} missing entries to the bibliography`;
  return [commandAction(context, at, title, commandIds.addEntries, keys)];
}

function commandAction(
  { document }: ActionContext,
  { item }: CitationAt,
  title: string,
  ...[command, keys]: readonly [CommandId, (readonly string[])?]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  const { key, keyRange } = item;
  const argument = { uri: document.uri.toString(), key, keys: keys ?? [key], offset: keyRange.start };
  action.command = { command, title, arguments: [argument] };
  return action;
}

function preferred(action: vscode.CodeAction): vscode.CodeAction {
  action.isPreferred = true;
  return action;
}

function short(key: string): string {
  return plainMessage(key, maxKey);
}
