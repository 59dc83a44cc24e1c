import { EditorState, type StateCommand } from '@codemirror/state';
import { describe, expect, test } from 'vitest';

import { toggleMark } from '../../../../src/webview/note/emphasis.ts';
import { indentList, outdentList } from '../../../../src/webview/note/listIndent.ts';

/** Runs a command on a text in which `|` is the caret, or two of them hold the selection; `undefined` when it says no. */
function run(command: StateCommand, marked: string, readOnly = false): string | undefined {
  const [before = '', middle = '', after = ''] = marked.split('|');
  const two = marked.split('|').length === 3;
  const doc = before + middle + (two ? after : '');
  const selection = { anchor: before.length, head: two ? before.length + middle.length : before.length };
  let state = EditorState.create({ doc, selection, extensions: [EditorState.readOnly.of(readOnly)] });
  const said = command({ state, dispatch: (transaction) => (state = transaction.state) });
  if (!said) return undefined;
  const text = state.doc.toString();
  const { from, to } = state.selection.main;
  const held = from === to ? '' : `${text.slice(from, to)}|`;
  return `${text.slice(0, from)}|${held}${text.slice(to)}`;
}

describe('Tab in a list', () => {
  test('goes below the item before, by the width of the marker', () => {
    expect(run(indentList, '- a\n- |b')).toBe('- a\n  - |b');
    expect(run(indentList, '1. a\n|2. b')).toBe('1. a\n   |2. b');
    expect(run(indentList, '- [ ] a\n- [x] b|')).toBe('- [ ] a\n  - [x] b|');
  });

  test('moves all selected items, and no empty line', () => {
    expect(run(indentList, '- a\n- |b\n\n- c|\n- d')).toBe('- a\n  - |b\n\n  - c|\n- d');
  });

  test('the first item stays: it would become code', () => {
    expect(run(indentList, '|- a')).toBe('|- a');
    expect(run(indentList, 'text\n- |a')).toBe('text\n- |a');
  });

  test('elsewhere it is not taken, so that it leaves the note', () => {
    expect(run(indentList, 'text|')).toBeUndefined();
    expect(run(indentList, '')).toBeUndefined();
    expect(run(indentList, '- a\n|- b\ntext|')).toBeUndefined();
    expect(run(outdentList, 'text|')).toBeUndefined();
  });

  test('a note that is read-only stays as it is', () => {
    expect(run(indentList, '- a\n- |b', true)).toBe('- a\n- |b');
    expect(run(outdentList, '  - |b', true)).toBe('  - |b');
    expect(run(toggleMark('**'), '|b|', true)).toBe('|b|');
  });
});

describe('Shift+Tab in a list', () => {
  test('goes one level up, never further than the margin', () => {
    expect(run(outdentList, '- a\n  - |b')).toBe('- a\n- |b');
    expect(run(outdentList, '1. a\n     2. |b')).toBe('1. a\n  2. |b');
    expect(run(outdentList, ' - |b')).toBe('- |b');
    expect(run(outdentList, '\t- |b')).toBe('- |b');
    expect(run(outdentList, '- |b')).toBe('- |b');
  });
});

describe('bold and italic', () => {
  test('go around what is selected, and away again', () => {
    expect(run(toggleMark('**'), 'a |word| b')).toBe('a **|word|** b');
    expect(run(toggleMark('**'), 'a **|word|** b')).toBe('a |word| b');
    expect(run(toggleMark('*'), '|word|')).toBe('*|word|*');
    expect(run(toggleMark('*'), '*|word|*')).toBe('|word|');
  });

  test('bold is not taken for italic', () => {
    expect(run(toggleMark('*'), '**|word|**')).toBe('***|word|***');
    expect(run(toggleMark('*'), '***|word|***')).toBe('**|word|**');
  });

  test('without a selection the caret stands between', () => {
    expect(run(toggleMark('**'), 'a |')).toBe('a **|**');
  });
});
