import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundledPackages } from './bundledPackages.ts';
import type { Metafile } from './bundledPackages.ts';
import { chosenLicence } from './chosenLicence.ts';
import { cslCredits } from './cslCredits.ts';

/** Where the notices are taken from. */
export interface NoticeSources {
  /** The folder that the paths in the metafiles start from. */
  readonly root: string;
  /** What esbuild says of each bundle that is shipped. */
  readonly metafiles: readonly Metafile[];
  /** Texts about packages, named after them (`/` is `__`): what is to be said of one, or the licence that its package lacks. */
  readonly texts: string;
  /** Citation styles and locales. */
  readonly csl: string;
}

/** The notices, and why they must not be shipped as they are: sentences, none if all is well. */
export interface Notices {
  readonly text: string;
  readonly problems: readonly string[];
}

interface PackageNotice {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly problems: readonly string[];
}

const rule = '-'.repeat(80);

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** Written for this project, because plugins for this see one bundle each and not the packages that lack a licence file. */
export function thirdPartyNotices(sources: NoticeSources): Notices {
  const packages = bundledPackages(sources.metafiles).map((folder) =>
    noticeOf(join(sources.root, folder), sources.texts),
  );
  const credits = cslCredits(sources.csl);
  const named = new Set(packages.map(({ name }) => textFile(name)));
  const stale = readdirSync(sources.texts).filter((file) => !named.has(file));
  const sorted = packages.toSorted((a, b) => (a.title < b.title ? -1 : 1));
  return {
    text: `${[head(), ...sorted.map(section), cslSection(credits.lines)].join('\n\n')}\n`,
    problems: [
      ...packages.flatMap(({ problems }) => problems),
      ...stale.map((file) => `${file} is about a package of which nothing is in a bundle.`),
      ...credits.problems,
    ],
  };
}

/** What is known of the package in a folder. Throws when the folder has no package.json, which no installed package lacks. */
function noticeOf(folder: string, texts: string): PackageNotice {
  const { name, version, license } = manifestOf(folder);
  const own = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .toSorted()
    .map((file) => textOf(join(folder, file)));
  const added = join(texts, textFile(name));
  const all = [...(existsSync(added) ? [textOf(added)] : []), ...own];
  const chosen = chosenLicence(name, license);
  const offer = chosen === undefined || chosen === license ? '' : `, of ${license.replace(/^\((.*)\)$/, '$1')}`;
  return {
    name,
    title: `${name} ${version} (${chosen ?? license}${offer})`,
    text: all.join('\n\n'),
    problems: [
      ...(all.join('').trim() === '' ? [`${name} has no licence text: put it into ${added}.`] : []),
      ...(chosen === undefined
        ? [`${name} is under "${license}", which src/build/chosenLicence.ts does not allow in a bundle.`]
        : []),
    ],
  };
}

function manifestOf(folder: string): { readonly name: string; readonly version: string; readonly license: string } {
  const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const fields = typeof read === 'object' && read !== null ? new Map<string, unknown>(Object.entries(read)) : new Map();
  const field = (name: string, otherwise: string): string => {
    const value: unknown = fields.get(name);
    return typeof value === 'string' ? value : otherwise;
  };
  return {
    name: field('name', basename(folder)),
    version: field('version', ''),
    license: field('license', 'no licence'),
  };
}

function textFile(name: string): string {
  return `${name.replace('/', '__')}.txt`;
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/^\n+|\s+$/g, '');
}

function section({ title, text }: PackageNotice): string {
  return `${rule}\n${title}\n${rule}\n\n${text}`;
}

function head(): string {
  return `Third-party notices of Paperside

The bundles of Paperside contain code of the packages below, each under its own licence. Made by "npm run build" from what is in the
bundles.`;
}

function cslSection(lines: readonly string[]): string {
  return `${rule}
Citation styles and locales (CC-BY-SA-3.0)
${rule}

The files in media/csl are those of the Citation Style Language project (https://citationstyles.org), unchanged, from
https://github.com/citation-style-language/styles and https://github.com/citation-style-language/locales as of February 2023.
They are under the Creative Commons Attribution-ShareAlike 3.0 Unported license, whose text is media/csl/LICENSE.

${lines.join('\n')}`;
}
