/** A line end of a file as this project writes it. */
export type Eol = '\n' | '\r\n';

/** The line end of most lines; a text without any, or with as many of both, gets LF. Linear. */
export function eolOf(text: string): Eol {
  let lf = 0;
  let crlf = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === 13) crlf += 1;
    else lf += 1;
  }
  return crlf > lf ? '\r\n' : '\n';
}

/** Every CRLF becomes LF; a CR alone stays. */
export function toLf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Every line end, LF or CRLF, becomes `eol`. */
export function toFileEol(text: string, eol: Eol): string {
  return eol === '\n' ? toLf(text) : toLf(text).replaceAll('\n', '\r\n');
}
