import type { Transaction } from '../../records/writing/transaction.ts'
import { consentId } from '../consent-id.ts'
import type { ConsentStand } from '../deeds.ts'
import { NOTHING_SAID, writeConsent } from '../write-deed.ts'
import type { ConsentRow } from './consent-file.ts'

/** What becomes of a row: `later`: the other was said later; `known`: so it was said then or later. */
export type Taken = 'agrees' | 'withdraws' | 'known' | 'later'

type Stand = Pick<ConsentStand, 'given' | 'withdrawn'>
type Said = Pick<ConsentRow, 'agrees' | 'at'>

/** What a row means where this is known of its address: whatever was said later stands, and nothing is written twice (SPEC BM22). */
export function takenOf({ given, withdrawn }: Stand, { agrees, at }: Said): Taken {
  const [own, other] = agrees ? [given, withdrawn] : [withdrawn, given]
  if (other !== null && (agrees ? other >= at : other > at)) return 'later'
  if (own !== null && own >= at) return 'known'
  return agrees ? 'agrees' : 'withdraws'
}

/** Rows as they come to be said, the earliest first: of one address the last counts. */
export function inOrder<R extends Said>(rows: readonly R[]): readonly R[] {
  return [...rows].sort((one, other) => one.at - other.at || Number(one.agrees) - Number(other.agrees))
}

/** A row, and whose address it is, as far as is known. */
export interface ConsentToTake extends Omit<ConsentRow, 'line'> {
  readonly customer: string | null
}

/** Writes what a file says of consents; what came meanwhile and is later stands. */
export function takeConsents(tx: Transaction, { consents }: { readonly consents: readonly ConsentToTake[] }): void {
  for (const { way, to, customer, ...row } of inOrder(consents))
    writeConsent(tx, { way, to, customer }, (stand) => standBehind(stand, row))
}

/** What is said of an address behind a row. */
export function standBehind(stand: ConsentStand, row: Omit<ConsentRow, 'line' | 'way' | 'to'>): ConsentStand {
  const taken = takenOf(stand, row)
  const { at, by, where } = row
  if (taken === 'agrees') return { ...stand, given: at, givenBy: by, givenWhere: where || null }
  if (taken === 'withdraws') return { ...stand, withdrawn: at, withdrawnBy: by, reason: where || null, mailing: null }
  return stand
}

/** A row, and what would become of it. */
export interface Foreseen {
  readonly row: ConsentRow
  readonly taken: Taken
}

/** What would become of rows where so much is known of addresses, by the ids of their records. */
export function foreseen(
  rows: readonly ConsentRow[],
  knownOf: (id: string) => ConsentStand | undefined,
): readonly Foreseen[] {
  const stands = new Map<string, ConsentStand>()
  return inOrder(rows).map((row) => {
    const id = consentId(row.way, row.to)
    const stand = stands.get(id) ?? knownOf(id) ?? NOTHING_SAID
    stands.set(id, standBehind(stand, row))
    return { row, taken: takenOf(stand, row) }
  })
}
