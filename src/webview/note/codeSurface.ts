import { Annotation, Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView, placeholder } from '@codemirror/view';
import { element } from '../dom.ts';
import { changesBetween } from '../textChange.ts';
import { codeKeys } from './codeKeys.ts';
import { codeLook } from './codeLook.ts';
import { surfaceTexts, type Caret, type NoteSurface, type SurfaceEvents } from './noteSurface.ts';

/** A change that came from the host: it is no typing, and the writer's undo does not take it back. */
const fromHost = Annotation.define<boolean>();
/** So many notes keep caret and undo while other papers are looked at. */
const maxKept = 20;

/** A note that was left. */
interface KeptNote {
  readonly state: EditorState;
  readonly scrollTop: number;
}

/**
 * The editor of a note. It lives in a shadow root, because its style sheets are made by script: there they can be adopted,
 * which the page's policy allows, while a style element would be refused.
 */
export function createCodeSurface(events: SurfaceEvents): NoteSurface {
  const host = element('div', { attributes: { class: 'note-code', 'data-focus': 'note' } });
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  const help = element('p', { attributes: { id: 'help', hidden: '' } }, surfaceTexts.help);
  const readOnly = new Compartment();
  const current = { key: '', text: '', readOnly: false };
  const kept = new Map<string, KeptNote>();
  const extensions = [readOnly.of([]), basics(events, current), codeKeys(events), codeLook];
  const view = new EditorView({ root, parent: root, state: EditorState.create({ extensions }) });
  root.append(help);
  // What the editor has done is not to be done by VS Code, too: it hears every key that comes this far.
  host.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) event.stopPropagation();
  });

  const setReadOnly = (value: boolean): void => {
    const marks = [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ 'aria-readonly': 'true' })];
    current.readOnly = value;
    view.dispatch({ effects: readOnly.reconfigure(value ? marks : []) });
  };
  const turnTo = (key: string, text: string): void => {
    if (current.key !== '') keep(kept, current.key, { state: view.state, scrollTop: view.scrollDOM.scrollTop });
    const earlier = kept.get(key);
    current.key = key;
    view.setState(earlier?.state ?? EditorState.create({ doc: text, extensions }));
    current.text = view.state.doc.toString();
    view.scrollDOM.scrollTop = earlier?.scrollTop ?? 0;
    setReadOnly(current.readOnly);
  };
  return {
    element: host,
    show(key, text) {
      if (key !== current.key) turnTo(key, text);
      if (text === current.text) return;
      const changes = changesBetween(current.text, text).map(({ start, end, text: insert }) => ({
        from: start,
        to: end,
        insert,
      }));
      current.text = text;
      view.dispatch({ changes, annotations: [fromHost.of(true), Transaction.addToHistory.of(false)] });
    },
    setReadOnly(value) {
      if (value !== current.readOnly) setReadOnly(value);
    },
    get text() {
      return current.text;
    },
    get hasFocus() {
      return view.hasFocus;
    },
    focus: () => view.focus(),
    get caret() {
      const { anchor, head } = view.state.selection.main;
      return { anchor, head };
    },
    set caret(caret) {
      view.dispatch({ selection: within(caret, view.state.doc.length), scrollIntoView: true });
    },
  };
}

function within({ anchor, head }: Caret, length: number): Caret {
  return { anchor: Math.min(anchor, length), head: Math.min(head, length) };
}

function keep(kept: Map<string, KeptNote>, key: string, note: KeptNote): void {
  kept.delete(key);
  kept.set(key, note);
  for (const oldest of kept.keys()) {
    if (kept.size <= maxKept) break;
    kept.delete(oldest);
  }
}

/** What tells the page of the writer's doings, and how the text is named. */
function basics(events: SurfaceEvents, current: { text: string }): Extension {
  const attributes = {
    'aria-label': surfaceTexts.name,
    'aria-describedby': 'help',
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
  };
  return [
    placeholder(surfaceTexts.placeholder),
    EditorView.contentAttributes.of(attributes),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged || update.transactions.some((one) => one.annotation(fromHost) === true)) return;
      current.text = update.state.doc.toString();
      events.typed(current.text);
    }),
    EditorView.domEventObservers({
      compositionstart: () => events.compositionStart(),
      // The editor reads what was composed just after this.
      compositionend: (_event, view) => {
        setTimeout(() => events.compositionEnd(view.state.doc.toString()));
      },
      blur: () => events.left(),
    }),
  ];
}
