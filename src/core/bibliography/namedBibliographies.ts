/** BibTeX's and biblatex's commands. */
const latexCommand =
  /\\(?:bibliography|(?:addbibresource|addglobalbib|addsectionbib)[ \t]*(?:\[[^\]\r\n]{0,300}\])?)[ \t]*\{([^{}]{1,2000})\}/g;
const typstCall = /#bibliography\(\s{0,100}("[^"\r\n]{1,1000}"|\([^()]{0,2000}\))/g;
const typstPath = /"([^"\\\r\n]{1,1000})"/g;
const latexComment = /(?<!\\)%[^\r\n]*/g;
const typstComment = /(?<!:)\/\/[^\r\n]*/g;

/**
 * The bibliography files that a text in LaTeX or Typst names, in its order, each once, as paths relative to its folder, or
 * addresses: by LaTeX's commands (with the ending that `\bibliography` leaves out), by Typst's function. `syntax` is the id of
 * its citation syntax; others name theirs in metadata. Total; linear.
 */
export function namedBibliographies(syntax: string, text: string): readonly string[] {
  return [...new Set(namedBy(syntax, text))];
}

function namedBy(syntax: string, text: string): readonly string[] {
  if (syntax === 'latex') return latexPaths(text);
  return syntax === 'typst' ? typstPaths(text) : [];
}

function latexPaths(text: string): readonly string[] {
  if (!/bibliography|bibresource|globalbib|sectionbib/.test(text)) return [];
  return [...text.replace(latexComment, '').matchAll(latexCommand)].flatMap(([command, list = '']) =>
    command.startsWith('\\bibliography') ? list.split(',').flatMap(bibPath) : [list.trim()],
  );
}

/** Of one name that stands between the commas of `\bibliography`. */
function bibPath(written: string): readonly string[] {
  const name = written.trim();
  if (name === '') return [];
  return [/\.bib$/i.test(name) ? name : `${name}.bib`];
}

function typstPaths(text: string): readonly string[] {
  if (!text.includes('#bibliography(')) return [];
  const calls = text.replace(typstComment, '').matchAll(typstCall);
  return [...calls].flatMap(([, list = '']) => [...list.matchAll(typstPath)].map(([, path = '']) => path));
}
