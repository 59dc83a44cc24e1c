import { plainMessage, said, type PlainText } from '../../core/text/plainText.ts';
import type { ThemeChange } from '../../engine/paperEngine.ts';

/** Longest name of a theme in a message. */
const maxName = 40;

/** One sentence that says what a change did, for people. `labels`: of themes before it and after it, by id. */
export function themeChangeText(change: ThemeChange, labels: ReadonlyMap<string, string>, made?: string): PlainText {
  const name = (id: string): string => quoted(labels.get(id) ?? id);
  switch (change.kind) {
    case 'put':
      return said`${papers(change.keys)} ${change.from === undefined ? 'added' : 'moved'} to ${name(change.into)}.`;
    case 'takeOut':
      return said`${papers(change.keys)} taken out of ${name(change.from)}.`;
    case 'create':
      return said`Theme ${quoted(change.label)} was made.`;
    case 'rename':
      return said`${name(change.theme)} is called ${quoted(change.label)} now.`;
    case 'merge': {
      const merged = change.themes.filter((id) => id !== change.into).map(name);
      return said`${merged.join(', ')} went into ${name(change.into)}.`;
    }
    case 'split':
      return said`${name(change.theme)} was split: ${made === undefined ? 'a half' : name(made)} is a theme of its own now.`;
    case 'delete':
      return said`Theme ${name(change.theme)} was deleted: its papers went to other themes that they fit, or to "Other".`;
    case 'pin':
      return said`${name(change.theme)} is ${change.pinned ? 'pinned' : 'no longer pinned'}.`;
  }
}

function papers(keys: readonly string[]): string {
  return keys.length === 1 ? '1 paper' : `${keys.length} papers`;
}

function quoted(label: string): string {
  return `"${plainMessage(label, maxName)}"`;
}
