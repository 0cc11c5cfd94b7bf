import type { BankDocument } from '../importing/reading/bank/statement.ts'
import type { Claim, Matched, Part } from './claims.ts'
import type { StatementPayment } from './take-statement.ts'

/** A payment of a bank as it is entered: what the bank wrote of it beside its words is no longer asked for. */
export type Found = Pick<Matched, 'id' | 'parts' | 'rest'> & { readonly document: Omit<BankDocument, 'fields'> }

/** The claims that a payment is entered on; none: it is left out. */
export function partsOf({ document, parts, rest }: Found): readonly Part[] {
  const [first] = parts
  if (!first || parts.length > 1) return parts
  // What one claim leaves over is an advance of whoever paid: it stays with the rest of that money.
  return rest > 0 ? [{ claim: first.claim, sum: document.sum }] : parts
}

/** What is entered of a payment that pays these parts of these claims. */
export function entered(
  { document, id }: Pick<Found, 'document' | 'id'>,
  parts: readonly Part[],
  claimOf: (id: string) => Claim | undefined,
): StatementPayment[] {
  const common = { payment: id, date: dayOf(document), comment: commentOf(document) }
  return parts.flatMap(({ claim: of, sum }) => {
    const claim = claimOf(of)
    return claim ? [{ ...common, order: claim.order, invoice: claim.id === claim.order ? null : claim.id, sum }] : []
  })
}

/** The day on which the money came; the document's own where the bank does not tell it. */
function dayOf({ received, written, date }: Found['document']): string {
  return received ?? written ?? date
}

/** As the bank writes it: «Платежное поручение 17, ООО "Ромашка": Оплата по счету № 12». */
function commentOf({ kind, number, payer, purpose }: Found['document']): string {
  const head = [`${kind} ${number}`.trim(), payer.name].filter((one) => one !== null && one !== '').join(', ')
  return purpose === '' ? head : `${head}: ${purpose}`
}
