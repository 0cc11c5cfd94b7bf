import { type Fields, fallbackOf, type Patch } from '../records/declarations/collection.ts'
import { type CustomValues, customValuesOf } from '../records/declarations/custom.ts'
import type { Json } from '../records/declarations/value.ts'
import { type Line, type Order, orders, type Sort } from './collections.ts'

type LinePatch = Patch<(typeof orders)['lists']['lines']['fields']>

/** What is kept of an order before it is recorded. */
interface Draft {
  readonly sort: Sort
  readonly kind: string | null
  readonly state: string | null
  readonly fields: Patch<(typeof orders)['fields']> & CustomValues
  readonly lines: readonly { readonly id: string; readonly fields: LinePatch }[]
}

/** A draft with the shape of an order: every field has a value or its fallback. */
export function readDraft(id: string, draft: Draft) {
  const { sort, kind, state, fields } = draft
  const lines = draft.lines.map((line) => ({
    id: line.id,
    ...filled(orders.lists.lines.fields, line.fields),
  })) as unknown as Line[]
  const values = filled(orders.fields, fields) as unknown as Omit<
    Order,
    'lines' | 'performers' | 'shipments' | 'payments' | 'moves' | 'id'
  >
  return { ...values, ...customValuesOf(fields), id, sort, kind, state, lines }
}

function filled(fields: Fields, values: { readonly [name: string]: Json | undefined }): { [name: string]: Json } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, values[name] ?? fallbackOf(field)]))
}
