const named: ReadonlyMap<string, string> = new Map(
  (
    'amp& lt< gt> quot" apos\' nbsp\u00A0 ndash– mdash— hellip… lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» bull• ' +
    'middot· deg° plusmn± times× divide÷ micro\u00B5 para¶ sect§ copy© reg® trade™ euro€ pound£ yen¥ cent¢ iexcl¡ iquest¿ ' +
    'ordf\u00AA ordm\u00BA not¬ sup1¹ sup2² sup3³ frac12½ frac14¼ frac34¾ prime′ minus− le≤ ge≥ ne≠ asymp≈ equiv≡ infin∞ ' +
    'larr← rarr→ harr↔ sum∑ prod∏ radic√ part∂ nabla∇ isin∈ cap∩ cup∪ sub⊂ thinsp\u2009 ensp\u2002 emsp\u2003 shy\u00AD ' +
    'szlig\u00DF aelig\u00E6 AElig\u00C6 oelig\u0153 OElig\u0152 oslash\u00F8 Oslash\u00D8 eth\u00F0 ETH\u00D0 thorn\u00FE THORN\u00DE ' +
    'alphaα betaβ gammaγ deltaδ epsilonε zetaζ etaη thetaθ iotaι kappaκ lambdaλ muμ nuν xiξ piπ rhoρ sigmaσ tauτ upsilonυ ' +
    'phiφ chiχ psiψ omegaω GammaΓ DeltaΔ ThetaΘ LambdaΛ XiΞ PiΠ SigmaΣ PhiΦ PsiΨ OmegaΩ'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

/** Names of marks behind a letter: `eacute`. */
const marks: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030A'],
  ['caron', '\u030C'],
  ['cedil', '\u0327'],
]);

/** What browsers read for 128..159: Windows-1252. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The character of an entity, without its `&` and `;`: `amp`, `eacute`, `#233`, `#xE9`; `undefined` for others and for controls. */
export function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) {
    const mark = marks.get(entity.slice(1));
    if (mark !== undefined) return `${entity.slice(0, 1)}${mark}`.normalize('NFC');
    // Some files write names in capitals.
    return named.get(entity) ?? named.get(entity.toLowerCase());
  }
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  if (code >= 128 && code < 160) return windows[code - 128];
  const isText = (code >= 32 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
  return isText ? String.fromCodePoint(code) : undefined;
}
