import { cleanLine, escapeTex, texRuns } from './texText.ts';

/** Names that bibliography styles would write in lower case; adjectives and people that titles are full of. */
const properNames = new Set(
  (
    'Abelian Bayes Bayesian Bellman Bernoulli Boltzmann Boolean Brownian Cartesian Chinese Dirichlet English Euclidean ' +
    'European Fisher Fourier French Frobenius Gaussian German Gibbs Gumbel Hamiltonian Hebbian Hessian Hilbert Hopfield ' +
    'Indian Jacobian Japanese Kalman Korean Lagrangian Langevin Laplace Laplacian Lipschitz Lyapunov Mamba Markov ' +
    'Markovian Monte Carlo Nash Newton Newtonian Pareto Poisson Python Riemannian Russian Schrödinger Shannon Shapley ' +
    'Sobolev Spanish Stein Taylor Turing Wasserstein Wikipedia'
  ).split(' '),
);

/** A part of a word (between hyphens) with a capital behind its first letter or a digit beside one: LLMs, iPhone, 3D. */
const innerCapital = /[\p{L}\p{N}]\P{L}*\p{Lu}|\p{L}\p{Lu}|\p{Lu}\p{L}*\p{N}/u;
/** A letter that stands for itself: U-Net, Q-learning, I'm. */
const singleCapital = /^(?:\p{Lu}-.*|I(?:['’]\p{L}+)?)$/u;

/** A word, white space, or math of a title. */
interface Token {
  readonly math: boolean;
  readonly text: string;
  /** Grows behind each colon, question mark or full stop: people write a title and its subtitle in different cases. */
  readonly part: number;
}

/**
 * A title as a BibTeX value without its outer braces. In braces stand the words that a style must not turn to lower case:
 * those with capitals beyond the first letter, well-known names and, in a part of the title that is not in Title Case,
 * every capitalised word but the first (there a capital means a name). The word after a colon needs none: styles keep its
 * capital. Math stands in braces for the same reason.
 */
export function titleTex(title: string): string {
  const tokens = tokensOf(title);
  const parts: string[][] = [];
  for (const { math, text, part } of tokens) if (!math && text.trim() !== '') (parts[part] ??= []).push(text);
  const sentenceCase = parts.map(isSentenceCase);
  const seen = new Set<number>();
  return tokens
    .map(({ math, text, part }) => {
      if (math) return `{${text}}`;
      if (text.trim() === '') return text;
      const isName = sentenceCase[part] === true && seen.has(part);
      seen.add(part);
      return protectWord(text, isName);
    })
    .join('');
}

function tokensOf(title: string): readonly Token[] {
  const tokens: Token[] = [];
  let part = 0;
  for (const { math, text } of texRuns(cleanLine(title))) {
    for (const piece of math ? [text] : text.split(/( )/)) {
      tokens.push({ math, text: piece, part });
      if (!math && /[:?!.]$/.test(piece)) part += 1;
    }
  }
  return tokens;
}

function protectWord(word: string, isName: boolean): string {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
  const needed =
    core.split('-').some((part) => innerCapital.test(part)) ||
    singleCapital.test(core) ||
    properNames.has(core.replace(/['’]s$/, '')) ||
    (isName && /^\p{Lu}/u.test(core));
  return needed ? `${escapeTex(before)}{${escapeTex(core)}}${escapeTex(after)}` : escapeTex(word);
}

/** Most of the longer words behind the first begin with a small letter. */
function isSentenceCase(words: readonly string[]): boolean {
  const longer = words.slice(1).filter((word) => /^\p{L}{5}/u.test(word));
  const small = longer.filter((word) => /^\p{Ll}/u.test(word)).length;
  return small > longer.length / 2;
}
