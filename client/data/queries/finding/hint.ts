import type { FoundIn } from '../../../../shared/search/index/fields.ts'
import type { Item } from '../item.ts'

/** The field that tells records of one name apart; of others, their customer's name does. */
const HINTS: { readonly [C in FoundIn]?: string } = { products: 'article', customers: 'phone', people: 'email' }

/** What stands beside a record's name where it was found. */
export function hintOf(collection: FoundIn, item: Item): string {
  const value = item[HINTS[collection] ?? 'customerName']
  return typeof value === 'string' ? value : ''
}
