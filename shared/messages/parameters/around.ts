import { COMPANY, company } from '../../company/collections.ts'
import type { Customer } from '../../customers/collections.ts'
import { contactOf } from '../../customers/contact-of.ts'
import { customersMeant } from '../../customers/merging/meant.ts'
import type { Language } from '../../locales/index.ts'
import type { Move, Order } from '../../orders/collections.ts'
import { standingOf } from '../../orders/moves/moves.ts'
import type { Collection, Row } from '../../records/declarations/collection.ts'

/** Finds the record of a collection by its id; null where it is not here. */
export type Find = <C extends Collection>(collection: C, id: string) => Row<C> | null

/** An order, and where the records that it refers to are found. */
export interface Around {
  readonly order: Order
  readonly find: Find
  /** The move that it is about; without it, the one by which the order stands. */
  readonly move?: Move | null
  /** Where a reader of a mailing unsubscribes. */
  readonly unsubscribe?: string
}

export type Contact = Customer['contacts'][number]

/** What a company that has said nothing reckons in. */
const USUAL = { zone: 'UTC', currency: 'RUB', language: 'ru', country: null } as const

/** How the company writes: its language, zone, country and currency. */
export function waysOfCompany(find: Find): {
  readonly language: Language
  readonly zone: string
  readonly currency: string
  readonly country: string | null
} {
  const found = find(company, COMPANY)
  return {
    language: found?.language ?? USUAL.language,
    zone: found?.zone ?? USUAL.zone,
    currency: found?.currency ?? USUAL.currency,
    country: found?.country ?? USUAL.country,
  }
}

/** The customer that the order means, who may be another than the one it names; null without one. */
export function customerOf(around: Around): Customer | null {
  return customersOf(around)[0] ?? null
}

/** That customer, and the one that the order names, where it was merged into the other. */
export function customersOf({ order, find }: Around): readonly Customer[] {
  return customersMeant(find, order.customer)
}

/** Whom the order names among the customer's contacts. */
export function contactIn(around: Around): Contact | null {
  return contactOf(
    customersOf(around).flatMap(({ contacts }) => contacts),
    around.order.contact,
  )
}

/** The move that a text is about. */
export function moveOf({ order, move }: Around): Move | null {
  return move ?? standingOf(order).move
}
