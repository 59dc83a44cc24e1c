/** The array, or if it has no room for `length` numbers a larger one with the same beginning and zeros behind it. */
export function grown<T extends Uint16Array | Uint32Array | Int32Array | Float32Array>(array: T, length: number): T;
export function grown(
  array: Uint16Array | Uint32Array | Int32Array | Float32Array,
  length: number,
): Uint16Array | Uint32Array | Int32Array | Float32Array {
  if (length <= array.length) return array;
  const room = Math.max(length, array.length * 2);
  if (array instanceof Float32Array) return copied(array, new Float32Array(room));
  if (array instanceof Int32Array) return copied(array, new Int32Array(room));
  if (array instanceof Uint32Array) return copied(array, new Uint32Array(room));
  return copied(array, new Uint16Array(room));
}

function copied<T extends Uint16Array | Uint32Array | Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
