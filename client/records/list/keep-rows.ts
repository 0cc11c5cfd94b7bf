/** Rows that have just come; each that is as it was before is the one that was there. */
export function keepRows<R extends { readonly id: string }>(before: readonly R[], rows: readonly R[]): R[] {
  const known = new Map(before.map((row) => [row.id, row]))
  return rows.map((row) => {
    const old = known.get(row.id)
    return old && isAlike(old, row) ? old : row
  })
}

function isAlike<R extends object>(a: R, b: R): boolean {
  const names = Object.keys(b) as (keyof R)[]
  return names.length === Object.keys(a).length && names.every((name) => isSame(a[name], b[name]))
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b)
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
