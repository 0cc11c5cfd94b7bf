import { addedAt } from '../../../shared/custom/known.ts'
import type { Failure, FailureParams } from '../../../shared/errors.ts'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { isCustomName } from '../../../shared/records/declarations/custom.ts'

/** An order's lists that a state may ask for; what else it asks for are fields. */
const LISTS: { readonly [name: string]: PlainPath } = {
  lines: 'orders.lines.title',
  performers: 'records.orders.lists.performers',
}

/** What is filled in into a failure's sentence: fields that a state asks for are called as the order's form calls them. */
export function labelled({ code, params }: Failure, t: (path: PlainPath) => string): FailureParams {
  if (code !== 'state-requires') return params
  const names = String(params.fields).split(', ')
  const titleOf = (name: string) => addedAt('orders', name)?.field.added?.title ?? t(labelOf(name))
  return { ...params, fields: names.map(titleOf).join(', ') }
}

function labelOf(name: string): PlainPath {
  if (isCustomName(name)) return 'records.paths.added'
  return LISTS[name] ?? (`records.orders.fields.${name}` as PlainPath)
}
