import { SHIPPED } from '../movements/settled.ts'
import { choice, flag, instant, money, reference } from '../records/declarations/fields.ts'
import { COMPLETIONS } from './collections.ts'
import { PAID } from './invoices/paid.ts'

/** What lists of orders show besides the declared fields: where an order stands by its moves, and its total. */
export const ORDER_LIST_FIELDS = {
  kind: reference('kinds'),
  state: reference('states'),
  completed: flag(),
  completion: choice(COMPLETIONS),
  reason: reference('reasons'),
  since: instant(),
  tooLong: flag(),
  total: money({ summed: 'companyTotal' }),
  paying: choice(PAID),
  unpaid: money(),
  shipping: choice(SHIPPED),
  unshipped: money(),
  forked: flag(),
  edited: flag(),
  /** In a currency without a rate on its date: no sum in the company's counts it. */
  unrated: flag(),
}
