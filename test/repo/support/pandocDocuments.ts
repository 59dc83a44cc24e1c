import * as fc from 'fast-check';

const keys = fc.constantFrom(
  'a',
  'doe2020',
  'Foo_bar.baz',
  'a:b:c',
  'x/y',
  'müller',
  'wang水',
  'a#b',
  'k+1',
  'a-b',
  'q_',
  '9lives',
  'a//b',
  'A&B%c',
);
const braced = fc.constantFrom('{a.}', '{x{y}z}', '{http://x.org/?a=b;c}', '{b--c}', '{müller!}');
const reference = fc.oneof({ weight: 4, arbitrary: keys }, { weight: 1, arbitrary: braced });
const affix = fc.constantFrom('see', 'see also', '*passim* by', 'e.g.,', 'cf.', '2 of', 'für', '(in');
const locator = fc.constantFrom(
  ', p. 3',
  ', pp. 3-4',
  ' p. 7',
  ', {ii, A}, end',
  '{}, 99',
  ', *sec.* 2',
  ' and more',
  ', §3',
  ' (x)',
);

const item = fc
  .tuple(fc.option(affix), fc.constantFrom('', '', '-'), reference, fc.option(locator))
  .map(([prefix, hyphen, key, suffix]) => `${prefix === null ? '' : `${prefix} `}${hyphen}@${key}${suffix ?? ''}`);
const cluster = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.constantFrom('; ', ';', ' ;\n'))
  .map(([items, between]) => `[${items.join(between)}]`);
const inText = fc
  .tuple(
    fc.constantFrom('', '', '-'),
    reference,
    fc.option(
      fc.oneof(
        locator.map((one) => `[${one.replace(/^, /, '')}]`),
        cluster,
      ),
    ),
  )
  .map(([hyphen, key, bracket]) => `${hyphen}@${key}${bracket === null ? '' : ` ${bracket}`}`);

/** What cites nothing, or only looks as if. */
const decoy = fc.constantFrom(
  '`@a`',
  '`` [@a] ` ``',
  '$@a$',
  '$$x @b$$',
  'me@x.org',
  '\\@a',
  '<!-- @a -->',
  '<b title="@a">',
  '</b>',
  '@',
  '@;',
  '[@',
  '[no key]',
  '[x; @a]',
  '[text](http://x.org/@a)',
  '![alt](a@b.png)',
  '<http://x.org/@a>',
  '<me@x.org>',
  '\\cite{@a}',
  '@fig-x',
  '[@sec:y]',
  '*emphasis*',
  '**[@a]**',
  '*@b*',
  '[[@a]]',
  '[see [@b] @a]',
  '^[note @a]',
  '[@a](url)',
  '[@a]{.c}',
  '\\\\@c',
  '1.@a',
  'x-@a',
  '(@a)',
  '\n\n(@a) example\n\n',
  '{@a}',
  '/@a',
  '中文@a',
  '😀 @a',
  'e\u0301@a',
  '$5 and $6',
  '[]',
  '()',
);
const word = fc.constantFrom(
  'Otters',
  'sleep',
  'hold hands,',
  'well.',
  '3',
  '*',
  '_',
  '-',
  '--',
  'über',
  '😀',
  'a_b',
  '#1',
);
const inline = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: cluster },
  { weight: 2, arbitrary: inText },
  { weight: 2, arbitrary: decoy },
);
const line = fc
  .tuple(
    fc.constantFrom('Text', 'So', 'It'),
    fc.array(fc.tuple(inline, fc.constantFrom(' ', ' ', ' ', '\n')), { maxLength: 8 }),
  )
  .map(([first, parts]) =>
    [first, ' ', ...parts.flat()]
      .join('')
      .trim()
      .replace(/\n[-*_#+ ]+/g, '\n'),
  );

/** Blocks around a paragraph. */
const block = fc.tuple(line, fc.integer({ min: 0, max: 13_000 }), line).map(([one, kind, other]) => {
  const flat = one.replaceAll('\n', ' ');
  const quoted = one.replaceAll('\n', '\n> ');
  switch (kind % 13) {
    case 0:
      return `# ${flat}`;
    case 1:
      return `- ${flat}\n- ${other.replaceAll('\n', ' ')}`;
    case 2:
      return `> ${quoted}`;
    case 3:
      return `\`\`\`\n${one.replaceAll('`', '')}\n\`\`\``;
    case 4:
      return `~~~ {.r}\n${one.replaceAll('~', '')}\n~~~`;
    case 5:
      return `    ${one.replaceAll('\n', '\n    ')}`;
    case 6:
      return `1. ${flat}\n\n   ${other.replaceAll('\n', ' ')}`;
    case 7:
      // Notes that nobody refers to are no part of pandoc's document.
      return `Text[^${kind}].\n\n[^${kind}]: ${flat}`;
    default:
      return one;
  }
});

const frontMatter = fc.constantFrom('', '', '', '---\ntitle: x\nauthor: me@x.org\n---\n\n');

/** So many documents with every construct that citations are written with, or that looks like one: always the same. */
export function generatedDocuments(count: number, seed = 7): readonly string[] {
  const document = fc
    .tuple(frontMatter, fc.array(block, { minLength: 1, maxLength: 4 }))
    .map(([front, blocks]) => `${front}${blocks.join('\n\n')}\n`);
  return fc.sample(document, { numRuns: count, seed });
}
