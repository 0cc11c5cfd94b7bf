import { addedAt } from '../../../shared/custom/known.ts'
import type { Failure, FailureParams } from '../../../shared/errors.ts'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { isCustomName } from '../../../shared/records/declarations/custom.ts'

/** What a state may ask for besides an order's fields. */
const LISTS: { readonly [name: string]: PlainPath } = {
  lines: 'orders.lines.title',
}

/** What is filled in into a failure's sentence: fields that a state asks for are called as the order's form calls them. */
export function labelled({ code, params }: Failure, t: (path: PlainPath) => string): FailureParams {
  if (code !== 'state-requires') return params
  const names = String(params.fields).split(', ')
  const titleOf = (name: string) => addedAt('orders', name)?.field.added?.title ?? t(askedLabel(name))
  return { ...params, fields: names.map(titleOf).join(', ') }
}

/** What a state asks for, as the order's form calls it. */
export function askedLabel(name: string): PlainPath {
  if (isCustomName(name)) return 'records.paths.added'
  return LISTS[name] ?? (`records.orders.fields.${name}` as PlainPath)
}
