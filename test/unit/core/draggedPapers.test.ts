import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDraggedPapers, writeDraggedPapers } from '../../../src/core/draggedPapers.ts';

test('keys come back in their order, each once', () => {
  expect(readDraggedPapers(writeDraggedPapers(['b', 'a', 'b', '“x”\n']))).toEqual(['b', 'a', '“x”\n']);
});

test.each(['', 'x', 'null', '[]', '{"keys":"a"}', '{"keys":{"0":"a"}}', '{"keys":[1,"",null,{"key":"a"}]}'])(
  '%s holds no papers',
  (text) => {
    expect(readDraggedPapers(text)).toEqual([]);
  },
);

test('any text is read', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => Array.isArray(readDraggedPapers(text))));
});
