import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The licence of all files of the CSL project. One that says something else is a problem. */
const licence = 'http://creativecommons.org/licenses/by-sa/3.0/';

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Who made the shipped citation styles and locales, as the `<info>` of each file says, and which file names no licence. */
export function cslCredits(folder: string): {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
} {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:csl|xml)$/.test(file))
    .toSorted();
  const infos = files.map((file) => ({ file, info: infoOf(readFileSync(join(folder, file), 'utf8')) }));
  return {
    lines: infos.map(({ file, info }) => `${file}: ${creditOf(info)}`),
    problems: infos
      .filter(({ info }) => !info.includes(`<rights license="${licence}">`))
      .map(({ file }) => `${file} does not say that it is under ${licence}.`),
  };
}

function infoOf(xml: string): string {
  return /<info>.*?<\/info>/s.exec(xml)?.[0] ?? '';
}

/** `Title. Authors: …; contributors: …`, of what the file says. */
function creditOf(info: string): string {
  const title = /<title>(.*?)<\/title>/s.exec(info)?.[1];
  const people = (['author', 'contributor', 'translator'] as const).flatMap((role) => {
    const names = [...info.matchAll(new RegExp(`<${role}>\\s*<name>(.*?)</name>`, 'gs'))].map(([, name = '']) => name);
    return names.length === 0 ? [] : [`${role}s: ${names.map(textOf).join(', ')}`];
  });
  return [...(title === undefined ? [] : [textOf(title)]), ...people].join('; ');
}

function textOf(xml: string): string {
  return xml.replace(/&(\w+);/g, (whole, name: string) => references[name] ?? whole).replaceAll(/\s+/g, ' ');
}
