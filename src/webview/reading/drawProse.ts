import { element } from '../dom.ts';
import { renderFormula } from '../renderMath.ts';
import { type ProsePiece, readProse } from './paperText.ts';

/** How much TeX may still be drawn: one budget for all texts of a part of the page, so that drawing stays cheap. */
export interface MathBudget {
  /** In UTF-16 units. */
  left: number;
}

/** A budget that no real paper needs: the formulas of an abstract are some hundred units long. */
export const newMathBudget = (): MathBudget => ({ left: 20_000 });

/** Signs that stay with the formula beside them: no line begins with the `-` of "k-regular". */
const closing = /^[-\u2010\u2011.,;:!?)\]}%'’”]{1,9}/;
const opening = /[([{“‘]{1,9}$/;

/** The pieces as nodes: text in text nodes, formulas as MathML; those that cannot be drawn as their source. */
export function drawProse(pieces: readonly ProsePiece[], budget: MathBudget): readonly (Node | string)[] {
  return pieces.map((piece, at) => {
    if (piece.kind === 'text') return drawText(withoutSigns(pieces, at, piece));
    if (piece.tex.length > budget.left) return beside(pieces, at, piece.source);
    budget.left -= piece.tex.length;
    return beside(pieces, at, renderFormula(piece) ?? piece.source);
  });
}

/** As `drawProse`, of a text as it came. */
export function proseNodes(text: string, budget: MathBudget): readonly (Node | string)[] {
  return drawProse(readProse(text), budget);
}

type TextPiece = Extract<ProsePiece, { kind: 'text' }>;

/** The formula at `at`, with the signs of its neighbours that stay with it. */
function beside(pieces: readonly ProsePiece[], at: number, formula: Node | string): Node | string {
  const before = opening.exec(plainTextOf(pieces[at - 1]))?.[0] ?? '';
  const after = closing.exec(plainTextOf(pieces[at + 1]))?.[0] ?? '';
  if (before === '' && after === '') return formula;
  return element('span', { attributes: { class: 'together' } }, before, formula, after);
}

/** A text without the signs that `beside` gave to the formulas around it. */
function withoutSigns(pieces: readonly ProsePiece[], at: number, piece: TextPiece): TextPiece {
  if (plainTextOf(piece) === '') return piece;
  const rest = pieces[at - 1]?.kind === 'math' ? piece.text.replace(closing, '') : piece.text;
  return { ...piece, text: pieces[at + 1]?.kind === 'math' ? rest.replace(opening, '') : rest };
}

/** `''` for what has a look of its own: it is not taken apart. One of only such signs stays whole, too. */
function plainTextOf(piece: ProsePiece | undefined): string {
  if (piece?.kind !== 'text' || piece.styles.length > 0 || piece.marked === true) return '';
  return piece.text.replace(closing, '').replace(opening, '') === '' ? '' : piece.text;
}

function drawText({ text, styles, marked }: TextPiece): Node | string {
  const inner: Node | string = marked === true ? element('mark', {}, text) : text;
  return styles.reduceRight((node: Node | string, style) => element(style, {}, node), inner);
}
