/** So many rows are drawn together. */
export const PART = 24

/** A list in parts of `size`, the last one shorter. */
export function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}
