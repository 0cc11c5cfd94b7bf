import type { Whom } from './person.ts'

/** Who is to be looked for, `POST /api/erasures/preview`: a customer, a contact of one, or an address or number. */
export interface ErasureSought {
  readonly customer?: string
  readonly contact?: string
  readonly address?: string
}

/** `POST /api/erasures`: for the owner, who proves his password once more. */
export interface ErasureAsked extends ErasureSought {
  /** «заявление № … от …» */
  readonly ground: string
  readonly password: string
}

/** What would go. */
export interface ErasurePreview {
  /** Of the customer or contact; null: only an address is known. */
  readonly name: string | null
  /** How many records, by collection. */
  readonly counts: { readonly [collection: string]: number }
  /** How many records of others name him in their texts, by collection: they stay as they are. */
  readonly mentions: { readonly [collection: string]: number }
  /** Files whose bytes nobody else names. */
  readonly files: number
  /** Backups that would hold the person still, with when they were made, ms. */
  readonly backups: readonly { readonly name: string; readonly made: number }[]
}

/** The record that tells how far it is. */
export interface ErasureBegun {
  readonly id: string
}

/** The longest ground, in signs. */
export const LONGEST_GROUND = 500

/** Null where nobody is named. */
export function whomOf({ customer, contact, address }: ErasureSought): Whom | null {
  if (customer !== undefined && contact !== undefined) return { person: { is: 'contact', customer, contact } }
  if (customer !== undefined) return { person: { is: 'customer', customer } }
  return address === undefined ? null : { address }
}
