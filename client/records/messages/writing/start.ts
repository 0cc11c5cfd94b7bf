import type { Sort } from '../../../../shared/orders/collections.ts'

/** From where a message is begun: what it is about, and whom it is for. */
export interface MessageStart {
  readonly customer: string | null
  readonly order: { readonly id: string; readonly sort: Sort } | null
  /** As the order names it: an entry of the customer's contacts, or a name. */
  readonly contact: string | null
}
