import { digest } from 'lib0/hash/sha256'
import * as v from 'valibot'
import { DATES } from './form-of.ts'
import { LAID_OUT, type Layout, targetsOf } from './layout.ts'

const form = v.object({
  what: v.picklist(LAID_OUT),
  key: v.string(),
  targets: v.record(v.string(), v.string()),
  changed: v.picklist(['leave', 'update']),
  form: v.exactOptional(
    v.object({ dates: v.exactOptional(v.picklist(DATES)), decimal: v.exactOptional(v.picklist(['.', ','])) }),
  ),
})

/** The id under which a user's layout of such columns is remembered: the same for the same columns, in any order. */
export function rememberedId(user: string, columns: readonly string[]): string {
  const all = digest(new TextEncoder().encode([...columns].sort().join('\u0000')))
  return `${user}_${[...all.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** A layout in its written form, as far as it fits columns that are there; null: not at all. */
export function readLayout(written: string | null, columns: readonly string[]): Layout | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), form), written)
  if (!read.success || !columns.includes(read.output.key)) return null
  const { what, targets } = read.output
  const known = targetsOf(what)
  const fitting = Object.entries(targets).filter(([column, to]) => columns.includes(column) && known.includes(to))
  return { ...read.output, targets: Object.fromEntries(fitting) }
}

export function writeLayout(layout: Layout): string {
  return JSON.stringify(layout)
}
