/** Ends of sentences such as "Code: https://…", "The data are available at https://…". */
const announced =
  /\b(?:codes?|data|datasets?|models?|weights|demos?|videos?|page|homepage|website|site|project|repository)\b[^.!?]{0,60}(?::|\bat|\bon|\bfrom|\bin|\bunder|\bsee|\bhere)$/i;
/** Sentences before the address that are looked at, in UTF-16 units. */
const judged = 120;
const longest = 500;

/** The address that an abstract ends with and that it calls its own code, data or page. */
export function codeAddress(abstract: string): string | undefined {
  const text = abstract.slice(-longest);
  if (!text.includes('://')) return undefined;
  const at = text.lastIndexOf('http');
  if (at === -1) return undefined;
  const url = /^https?:\/\/[^\s<>"']+$/i.exec(text.slice(at).trimEnd())?.[0].replace(/[.,;:!?)\]}]+$/, '');
  const before = text.slice(Math.max(0, at - judged), at).replace(/[\s(<[{]+$/, '');
  return url !== undefined && announced.test(before) ? url : undefined;
}
