import temml from 'temml';

/** Deeper nesting than any real formula: beyond it stays text, since drawing goes one call deeper for each brace. */
const maxDepth = 60;

/**
 * A `<math>` element in its holder, or `undefined` for what Temml cannot read: the caller shows the source then. Untrusted
 * input; never throws.
 */
export function renderFormula(formula: { readonly tex: string; readonly display: boolean }): Node | undefined {
  if (isDeep(formula.tex)) return undefined;
  const holder = document.createElement('span');
  try {
    temml.render(formula.tex, holder, {
      displayMode: formula.display,
      throwOnError: false,
      errorColor: 'inherit',
      strict: false,
      trust: false,
      maxExpand: 100,
      // In em, and in points.
      maxSize: [10, 100],
    });
  } catch {
    // Not only ParseError: deep nesting overflows the stack.
    return undefined;
  }
  const math = holder.firstElementChild;
  if (math === null || math.localName !== 'math' || math.querySelector('a, img') !== null) return undefined;
  holder.className = formula.display ? 'math display' : 'math';
  return holder;
}

function isDeep(tex: string): boolean {
  let depth = 0;
  for (const char of tex) {
    if (char === '{') depth++;
    else if (char === '}') depth--;
    if (depth > maxDepth) return true;
  }
  return false;
}
