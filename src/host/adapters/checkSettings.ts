import type * as vscode from 'vscode';
import { findingCodes, type FindingCode } from '../../core/citations/check/finding.ts';
import { settingDefaults, settingIds } from '../ids.ts';

/** How grave a finding is shown; `off`: not at all. */
export const severityNames = ['error', 'warning', 'information', 'hint', 'off'] as const;

export type SeverityName = (typeof severityNames)[number];

/** What the user can set of the checks of citations. */
export interface CheckSettings {
  readonly severities: Readonly<Record<FindingCode, SeverityName>>;
  /** Keys, or patterns with `*`, that are never checked. */
  readonly ignoredKeys: readonly string[];
}

/** More help nobody, and each pattern is looked at for each key. */
const mostIgnored = 1_000;

const idsOfCodes = {
  'unknown-key': settingIds.unknownKey,
  'duplicate-key': settingIds.duplicateKey,
  'ambiguous-key': settingIds.ambiguousKey,
  'missing-entry': settingIds.missingEntry,
  'retracted-paper': settingIds.retractedPaper,
} as const satisfies Record<FindingCode, keyof typeof settingDefaults>;

/** Settings of this shape that change nothing about which papers there are. */
export const checkSettingIds: readonly string[] = [...Object.values(idsOfCodes), settingIds.ignoredKeys];

/** Reads these settings. `wrong` is told of each that has the wrong shape, and why; its default holds. */
export function readCheckSettings(
  section: vscode.WorkspaceConfiguration,
  wrong: (id: keyof typeof settingDefaults, why: string) => void,
): CheckSettings {
  const severityOf = (code: FindingCode): SeverityName => {
    const id = idsOfCodes[code];
    const value = section.get<unknown>(id);
    const known = severityNames.find((name) => name === value);
    if (known === undefined) wrong(id, `must be one of ${severityNames.join(', ')}`);
    return known ?? settingDefaults[id];
  };
  const [unknown, duplicate, ambiguous, missing, retracted] = findingCodes;
  const severities = {
    [unknown]: severityOf(unknown),
    [duplicate]: severityOf(duplicate),
    [ambiguous]: severityOf(ambiguous),
    [missing]: severityOf(missing),
    [retracted]: severityOf(retracted),
  };
  const ignored = section.get<unknown>(settingIds.ignoredKeys);
  const isList = Array.isArray(ignored) && ignored.length <= mostIgnored;
  const keys = isList ? ignored.filter((key): key is string => typeof key === 'string' && key !== '') : [];
  if (!isList || keys.length < ignored.length) {
    wrong(settingIds.ignoredKeys, `must be a list of at most ${String(mostIgnored)} keys`);
  }
  return Object.freeze({ severities: Object.freeze(severities), ignoredKeys: keys });
}
