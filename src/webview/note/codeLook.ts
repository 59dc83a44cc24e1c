import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const border = 'var(--vscode-input-border, var(--vscode-contrastBorder, var(--vscode-panel-border, transparent)))';

/** The editor in the colours and fonts of VS Code's theme. */
const colours = EditorView.theme({
  '&': {
    color: 'var(--vscode-input-foreground)',
    backgroundColor: 'var(--vscode-input-background)',
    border: `1px solid ${border}`,
    borderRadius: '4px',
    minHeight: 'var(--note-min-height, 12em)',
    maxHeight: '85vh',
  },
  '&.cm-focused': { outline: '1px solid var(--vscode-focusBorder)', outlineOffset: '-1px' },
  '.cm-scroller': { font: 'inherit', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '0.7rem 0', caretColor: 'var(--vscode-editorCursor-foreground, currentColor)' },
  '.cm-line': { padding: '0 0.85rem' },
  '.cm-placeholder': { color: 'var(--vscode-input-placeholderForeground)' },
  '.cm-content ::selection, .cm-content::selection': {
    backgroundColor: 'var(--vscode-editor-selectionBackground, Highlight)',
    color: 'var(--vscode-editor-selectionForeground, inherit)',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--vscode-editor-findMatchHighlightBackground, transparent)',
    outline: '1px solid var(--vscode-editor-findMatchHighlightBorder, transparent)',
  },
  '.cm-searchMatch-selected': {
    backgroundColor: 'var(--vscode-editor-findMatchBackground, Highlight)',
    outline: '1px solid var(--vscode-editor-findMatchBorder, currentColor)',
  },
  '.cm-panels': {
    color: 'var(--vscode-editorWidget-foreground, inherit)',
    backgroundColor: 'var(--vscode-editorWidget-background, transparent)',
  },
  '.cm-panels-top': { borderBottom: `1px solid ${border}` },
});

/** The panel of the search: the looks of the page's own fields and buttons. */
const searchPanel = EditorView.theme({
  '.cm-search': { padding: '0.4rem 2rem 0.4rem 0.5rem', font: 'inherit', fontSize: '0.9em' },
  '.cm-search .cm-textfield': {
    font: 'inherit',
    color: 'var(--vscode-input-foreground)',
    backgroundColor: 'var(--vscode-input-background)',
    border: `1px solid ${border}`,
    padding: '0.1em 0.4em',
  },
  '.cm-search .cm-button': {
    font: 'inherit',
    color: 'var(--vscode-button-secondaryForeground)',
    background: 'var(--vscode-button-secondaryBackground)',
    border: '1px solid var(--vscode-contrastBorder, transparent)',
    borderRadius: '3px',
    padding: '0.1em 0.6em',
  },
  '.cm-search label': { fontSize: '1em' },
  '.cm-search .cm-textfield:focus, .cm-search .cm-button:focus-visible, .cm-search [name=close]:focus-visible': {
    outline: '1px solid var(--vscode-focusBorder)',
  },
  '.cm-search [name=close]': { color: 'inherit', fontSize: '1.3em', cursor: 'pointer' },
});

const markdown = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'var(--vscode-editor-font-family, monospace)' },
  { tag: [tags.link, tags.url], color: 'var(--vscode-textLink-foreground)' },
  { tag: tags.quote, fontStyle: 'italic' },
]);

const directed = Decoration.line({ attributes: { dir: 'auto' } });

/** Each line goes in the direction of its own text. */
const directions = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = directedLines(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = directedLines(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function directedLines(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let line = view.state.doc.lineAt(from); ; line = view.state.doc.line(line.number + 1)) {
      builder.add(line.from, line.from, directed);
      if (line.to >= to) break;
    }
  }
  return builder.finish();
}

/** How the note looks. */
export const codeLook: Extension = [
  colours,
  searchPanel,
  syntaxHighlighting(markdown),
  directions,
  EditorView.perLineTextDirection.of(true),
  EditorView.lineWrapping,
];
