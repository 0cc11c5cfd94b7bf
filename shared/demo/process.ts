import type { Words } from '../locales/index.ts'
import type { Sort } from '../orders/collections.ts'

/** The words that the demo company is made of, in one language. */
export type DemoWords = Words['demo']

export type StateId = keyof DemoWords['states']
export type KindId = keyof DemoWords['kinds']
export type ReasonId = keyof DemoWords['reasons']

/** States of both kinds with their hues (degrees). «Завершен» is everybody's. */
export const STATES: Readonly<Record<StateId, number>> = {
  measure: 262,
  design: 300,
  offer: 75,
  production: 200,
  stock: 175,
  done: 145,
  site: 230,
  confirm: 285,
  supply: 55,
  ready: 165,
  courier: 190,
}

/** After how many days an order stands too long in a state, where the company has said so. */
export const DAYS: Readonly<Partial<Record<StateId, number>>> = { offer: 10, stock: 14, confirm: 3, supply: 14 }

/** The two processes of the company. */
export const KINDS: Readonly<Record<KindId, { readonly sort: Sort; readonly states: readonly StateId[] }>> = {
  kitchens: { sort: 'work', states: ['measure', 'design', 'offer', 'production', 'stock', 'done'] },
  shop: { sort: 'customer', states: ['site', 'confirm', 'supply', 'ready', 'courier'] },
}

/** Why orders are lost, with their hues (degrees). */
export const REASONS: Readonly<Record<ReasonId, number>> = {
  price: 25,
  elsewhere: 150,
  unreachable: 75,
  waiting: 262,
  quality: 330,
  other: 200,
}
