import DOMPurify from 'dompurify';
import { displayText } from '../displayText.ts';
import type { MathSource } from './inlineMath.ts';
import { createNoteMarkdown } from './noteMarkdown.ts';
import type { NoteLink, NoteRenderer, RendererPage } from './noteRenderer.ts';

/** A text with more characters or lines is shown as it is written: what nests or opens without end takes far longer than it is long. */
const maxLength = 40_000;
const maxLines = 8_000;

/** What of HTML a note may become: the second wall, should the first one (Markdown without HTML) ever have a hole. */
const allowed = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    'style',
    'form',
    'textarea',
    'select',
    'button',
    'iframe',
    'img',
    'video',
    'audio',
    'picture',
    'source',
  ],
  FORBID_ATTR: ['style', 'name', 'href', 'src', 'srcset', 'background', 'poster', 'action', 'ping'],
  RETURN_DOM_FRAGMENT: true,
} as const;

/** Makes the renderer of a page. */
export function createNoteRenderer(page: RendererPage): NoteRenderer {
  const formulas: MathSource[] = [];
  const markdown = createNoteMarkdown(formulas);
  return {
    render(text) {
      if (text.length > maxLength || text.split('\n', maxLines + 1).length > maxLines) return asWritten(text);
      formulas.length = 0;
      try {
        // Footnotes name each other by ids: theirs are told from those of the page.
        const html = markdown.render(displayText(text), { docId: 'note' });
        const fragment = DOMPurify.sanitize(html.replaceAll(/ href="#(fn[\w:-]*)"/g, ' tabindex="0" data-jump="$1"'), {
          ...allowed,
          FORBID_TAGS: [...allowed.FORBID_TAGS],
          FORBID_ATTR: [...allowed.FORBID_ATTR],
        });
        drawFormulas(fragment, formulas, page);
        return wired(fragment, page);
      } catch {
        // Such as a text nested deeper than the stack.
        return asWritten(text);
      }
    },
  };
}

function asWritten(text: string): DocumentFragment {
  const fragment = new DocumentFragment();
  const block = document.createElement('pre');
  block.className = 'as-written';
  block.textContent = displayText(text);
  fragment.append(block);
  return fragment;
}

function drawFormulas(fragment: DocumentFragment, formulas: readonly MathSource[], page: RendererPage): void {
  for (const place of fragment.querySelectorAll<HTMLElement>('span[data-math]')) {
    const formula = formulas[Number(place.dataset['math'])];
    if (formula !== undefined) place.replaceWith(page.drawMath(formula) ?? formula.source);
  }
}

function wired(fragment: DocumentFragment, page: RendererPage): DocumentFragment {
  for (const box of fragment.querySelectorAll<HTMLInputElement>('input')) {
    const line = Number(box.dataset['line']);
    box.addEventListener('change', () => page.tick(line, box.checked));
  }
  for (const link of fragment.querySelectorAll<HTMLElement>('a')) {
    const follow = followerOf(link, page);
    if (follow === undefined) continue;
    link.setAttribute('role', 'link');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      follow();
    });
    link.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      follow();
    });
  }
  return fragment;
}

function followerOf(link: HTMLElement, page: RendererPage): (() => void) | undefined {
  const { kind, target, jump } = link.dataset;
  if (jump !== undefined) return () => jumpTo(link, jump);
  if (target === undefined || !isKind(kind)) return undefined;
  return () => page.open({ kind, target });
}

const isKind = (kind: string | undefined): kind is NoteLink['kind'] =>
  kind === 'paper' || kind === 'note' || kind === 'web';

/** From a footnote to its text, and back. */
function jumpTo(link: HTMLElement, id: string): void {
  const to = link.closest('.note-rendered')?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (to === null || to === undefined) return;
  to.tabIndex = -1;
  to.scrollIntoView({ block: 'nearest' });
  to.focus();
}
