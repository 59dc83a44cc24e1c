/** Without the characters of `signs`, and white space, at both ends. Linear, which expressions at the end of a text are not. */
export function trimEdges(text: string, signs: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text.charAt(start), signs)) start += 1;
  while (end > start && isEdge(text.charAt(end - 1), signs)) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isEdge(character: string, signs: string): boolean {
  return signs.includes(character) || character.trim() === '';
}
