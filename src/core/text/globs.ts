/** Patterns beyond this many make no search quicker. */
const mostPatterns = 500;

/** A glob that means this one name or path, whatever signs it has. */
export function literalGlob(name: string): string {
  return name.replace(/[[\]{}*?,]/g, (sign) => `[${sign}]`);
}

/** A glob of files with one of these endings, in small or capital letters. */
export function globOfEndings(endings: readonly string[]): string {
  const anyCase = endings.map((ending) =>
    ending.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
  );
  return `**/*.{${anyCase.join(',')}}`;
}

/**
 * One glob for what is named by any of these and for all that is in it. Braces are resolved: not everything that reads
 * globs knows braces within braces. A pattern with too many is left out.
 */
export function joinGlobs(globs: readonly string[]): string {
  const single = globs.flatMap((glob) => withoutBraces(glob.replace(/\/(?:\*\*)?$/, ''))).slice(0, mostPatterns);
  const all = [...new Set(single.filter((glob) => glob !== ''))].flatMap((glob) => [glob, `${glob}/**`]);
  return `{${all.join(',')}}`;
}

/** One glob for the files that any of these means, where one without `/` is of a name in any folder. Braces are resolved. */
export function anyOfGlobs(globs: readonly string[]): string {
  const single = globs.flatMap((glob) => withoutBraces(/^(?:\/|\*\*\/)/.test(glob) ? glob : `**/${glob}`));
  return `{${[...new Set(single)].slice(0, mostPatterns).join(',')}}`;
}

/** The globs that one with braces stands for; none when they are too many or not closed. */
export function withoutBraces(glob: string): readonly string[] {
  const open = [glob];
  const done: string[] = [];
  for (let glance = open.pop(); glance !== undefined; glance = open.pop()) {
    const group = /\{([^{}]*)\}/.exec(glance);
    if (group !== null) {
      const [whole, choices = ''] = group;
      const [before, after] = [glance.slice(0, group.index), glance.slice(group.index + whole.length)];
      for (const choice of choices.split(',')) open.push(`${before}${choice}${after}`);
    } else if (!/[{},]/.test(glance)) {
      done.push(glance);
    }
    if (open.length + done.length > mostPatterns) return [];
  }
  return done;
}
