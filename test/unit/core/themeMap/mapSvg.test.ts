import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { mapSvg, type MapPicture } from '../../../../src/core/themeMap/mapSvg.ts';

const picture: MapPicture = {
  width: 300,
  height: 200,
  background: '#1f1f1f',
  foreground: '#cccccc',
  font: 'system-ui, "Droid Sans"',
  radius: 3,
  dots: [{ x: 10.123, y: 20, colour: '#aa3300', opacity: 1, title: 'On Otters & <Others>' }],
  labels: [{ x: 50, y: 60, text: 'Otters', size: 14 }],
};

/** Elements with their attributes and texts; throws for what is no XML. */
function read(svg: string): { readonly names: readonly string[]; readonly texts: readonly string[] } {
  const parser = new SaxesParser({});
  const names: string[] = [];
  const texts: string[] = [];
  parser.on('opentag', ({ name, attributes }) => names.push(name, ...Object.keys(attributes)));
  parser.on('text', (text) => texts.push(text));
  parser.write(svg).close();
  return { names, texts: texts.filter((text) => text.trim() !== '') };
}

test('dots with titles, and names', () => {
  const svg = mapSvg(picture);
  expect(svg).toContain(
    '<circle cx="10.12" cy="20" r="3" fill="#aa3300"><title>On Otters &amp; &lt;Others&gt;</title></circle>',
  );
  expect(svg).toContain('font-family="system-ui, &quot;Droid Sans&quot;"');
  expect(read(svg).texts).toEqual(['On Otters & <Others>', 'Otters']);
});

test('no text of a paper can become more than text', () => {
  const names = new Set(read(mapSvg(picture)).names);
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</title><script>x</script>',
      ']]>',
      '<!--',
      '" onload="x',
      '&#0;',
      '\u0000\uFFFF\uD800',
      '\u202Egnp',
    ),
  );
  fc.assert(
    fc.property(text, text, (title, label) => {
      const hostile = {
        ...picture,
        dots: [{ x: 10, y: 20, colour: '#aa3300', opacity: 1, title }],
        labels: [{ x: 50, y: 60, text: label, size: 14 }],
      };
      expect(read(mapSvg(hostile)).names.filter((name) => !names.has(name))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
