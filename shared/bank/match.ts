import type { BankDocument } from '../importing/reading/bank/statement.ts'
import type { Candidate, Claim, Matched, Part } from './claims.ts'
import { Dues } from './dues.ts'
import { OpenClaims } from './open-claims.ts'
import { paymentId } from './payment-id.ts'
import { isNamed, saidBy } from './weigh.ts'

/** From that confidence on a candidate is what the payment is for, if the next one is that much less likely. */
const SURE = 60
const AHEAD = 15
/** As many are offered at most. */
const OFFERED = 5

export interface MatchRequest {
  readonly documents: readonly BankDocument[]
  /** The company's own accounts: they say which way money went. */
  readonly accounts: readonly string[]
  readonly claims: readonly Claim[]
  /** Ids of payments that the company has: their money is out of what is due. */
  readonly known: ReadonlySet<string>
}

/**
 * Finds what the payments of a statement are for (SPEC.md). Pure; the order of documents makes no difference to what is
 * found, since they are gone through by day, number and id. Given back in the order of the statement.
 */
export function matchPayments(request: MatchRequest): Matched[] {
  const matching = new Matching(request)
  const dated = request.documents.map((document, at) => ({ at, document, id: paymentId(document) }))
  const order = [...dated].sort((a, b) => compare(keyOf(a), keyOf(b)) || a.at - b.at)
  const matched = order.map(({ at, document, id }) => ({ at, matched: matching.take(document, id) }))
  return matched.sort((a, b) => a.at - b.at).map((one) => one.matched)
}

class Matching {
  readonly #accounts: ReadonlySet<string>
  readonly #present: Set<string>
  readonly #claims: ReadonlyMap<string, Claim>
  readonly #open: OpenClaims
  readonly #dues: Dues

  constructor({ accounts, known, claims }: MatchRequest) {
    this.#accounts = new Set(accounts)
    this.#present = new Set(known)
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]))
    this.#open = new OpenClaims(claims)
    this.#dues = new Dues(claims)
  }

  take(document: BankDocument, id: string): Matched {
    const way = this.#wayOf(document)
    const base = { document, id, way, parts: [], rest: document.sum, candidates: [] }
    if (this.#present.has(id)) return { ...base, status: 'present' }
    this.#present.add(id)
    if (way !== 'in') return { ...base, status: 'open' }
    const all = this.#candidates(document)
    const parts = this.#allot(document.sum, all)
    for (const { claim, sum } of parts) this.#dues.pay(this.#claim(claim), sum)
    const rest = document.sum - parts.reduce((sum, part) => sum + part.sum, 0)
    return { ...base, status: parts.length > 0 ? 'found' : 'open', parts, rest, candidates: all.slice(0, OFFERED) }
  }

  #wayOf({ payer, payee }: BankDocument): Matched['way'] {
    const [isFrom, isTo] = [this.#accounts.has(payer.account ?? ''), this.#accounts.has(payee.account ?? '')]
    if (isFrom) return isTo ? 'own' : 'out'
    return 'in'
  }

  #candidates(document: BankDocument): Candidate[] {
    const all = this.#open.candidates(saidBy(document), this.#dues)
    return all.sort((a, b) => b.confidence - a.confidence || this.#compare(a, b))
  }

  /** Several claims that are named and come to just the sum are paid whole; else the one that is sure, as far as money and due go. */
  #allot(sum: number, candidates: readonly Candidate[]): Part[] {
    const apart = this.#oneOfEachOrder(candidates)
    const named = apart.filter(isNamed)
    if (
      named.length > 1 &&
      named.every((one) => !this.#isUnposted(one)) &&
      named.reduce((all, one) => all + this.#due(one), 0) === sum
    ) {
      return named.map((one) => ({ claim: one.claim, sum: this.#due(one) }))
    }
    const [best, next] = apart.filter((one) => !this.#isUnposted(one))
    // One that takes no money is in nobody's way, unless the payment may as well be for that.
    const unposted = apart.find((one) => this.#isUnposted(one))
    const isAbove = best && best.confidence > (unposted?.confidence ?? 0)
    const isSure = isAbove && best.confidence >= SURE && best.confidence - (next?.confidence ?? 0) >= AHEAD
    return isSure ? [{ claim: best.claim, sum: Math.min(sum, this.#due(best)) }] : []
  }

  /** An order and its invoices wait for the same money: the likeliest of them speaks for all. */
  #oneOfEachOrder(candidates: readonly Candidate[]): Candidate[] {
    const orders = new Set<string>()
    return candidates.filter(({ claim }) => {
      const { order } = this.#claim(claim)
      const isFirst = !orders.has(order)
      orders.add(order)
      return isFirst
    })
  }

  /** Of an order and its invoice that are as likely, the invoice: it says more. */
  #compare(a: Candidate, b: Candidate): number {
    const [one, other] = [this.#claim(a.claim), this.#claim(b.claim)]
    const byKind = Number(one.id === one.order) - Number(other.id === other.order)
    return one.order === other.order && byKind !== 0
      ? byKind
      : compare(one.order, other.order) || compare(one.id, other.id)
  }

  #due({ claim }: Candidate): number {
    return this.#dues.of(this.#claim(claim))
  }

  #isUnposted({ claim }: Candidate): boolean {
    return this.#claim(claim).isUnposted ?? false
  }

  #claim(id: string): Claim {
    const claim = this.#claims.get(id)
    if (!claim) throw new Error(`no claim ${id}`)
    return claim
  }
}

function keyOf({ document, id }: { readonly document: BankDocument; readonly id: string }): string {
  return `${document.date} ${document.number.padStart(12, '0')} ${id}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
