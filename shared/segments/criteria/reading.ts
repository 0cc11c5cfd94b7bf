import { riskBy } from '../../counterparties/risk.ts'
import { readAs } from '../../custom/reading.ts'
import type { Customer } from '../../customers/collections.ts'
import { phonesOf } from '../../customers/phones-of.ts'
import { refusedWith } from '../../letters/refused.ts'
import { isGiven, isWithdrawn, type Said } from '../../mailings/consent.ts'
import { toOf } from '../../mailings/consent-id.ts'
import { phoneKey } from '../../phones/phone.ts'
import type { Json } from '../../records/declarations/value.ts'
import { dayNumber } from '../../reports/facts/days.ts'
import { type Rows, reckoning } from '../facts/reckon.ts'
import type { SegmentGround } from '../ground.ts'
import type { RfmScores, Scores } from '../rfm/scores.ts'
import { type AGREED, namedBy, type REACHED, type ReachField, segmentField } from './fields.ts'
import { type FactSource, FIGURE_PARTS, type FigurePart } from './figures.ts'
import { spanOf } from './within.ts'

/** Reads what a criterion names of a customer. */
export type ReadOf = (customer: Customer) => Json | undefined

/**
 * Reads fields of criteria of one customer after the other, as of now. A reader is of one pass: facts that come meanwhile are not
 * seen by it.
 */
export class CriteriaReader {
  readonly #ground: SegmentGround
  readonly #scores: () => RfmScores
  readonly #today: string
  readonly #byKey = new Map<string, ReadOf>()
  readonly #rows = new Map<FactSource, OwnRows>()

  /** `scores` is asked where a criterion names one. */
  constructor(ground: SegmentGround, scores: () => RfmScores) {
    this.#ground = ground
    this.#scores = scores
    this.#today = ground.around().today
  }

  of(customer: Customer): (key: string) => Json | undefined {
    return (key) => this.#readerOf(key)(customer)
  }

  #readerOf(key: string): ReadOf {
    const known = this.#byKey.get(key)
    if (known) return known
    const reader = this.#make(key)
    this.#byKey.set(key, reader)
    return reader
  }

  #make(key: string): ReadOf {
    const [named, field] = [namedBy(key), segmentField(key)]
    if (!named || !field) return () => undefined
    const { part, name, within } = named
    if (part === 'rfm') return ({ id }) => scoreIn(this.#scores().of(id), name)
    if (part === 'reach') return (customer) => reachOf(this.#ground, customer, name as ReachField)
    if (part === 'risk') return this.#risk(name)
    if (part !== 'customer') return this.#figure(part, name, spanOf(within, this.#today))
    const own = (customer: Customer) => (customer as unknown as { readonly [name: string]: Json | undefined })[name]
    return field.added ? (customer) => readAs(field, own(customer)) : own
  }

  #risk(name: string): ReadOf {
    const known = (inn: string) => this.#ground.counterparty(inn)
    const now = Date.parse(this.#today)
    if (name === 'level') return ({ inn }) => riskBy(inn, known, now)
    return ({ inn }) => (inn ? (known(inn.trim())?.state ?? null) : null)
  }

  #figure(part: FigurePart, name: string, span: ReturnType<typeof spanOf>): ReadOf {
    const rows = this.#rowsOf(FIGURE_PARTS[part])
    const { columns } = rows.facts
    const today = dayNumber(this.#today) ?? 0
    const reckon = reckoning(part, name, { columns, span, today, product: this.#ground.product })
    return ({ id }) => reckon(rows.of(id))
  }

  #rowsOf(source: FactSource): OwnRows {
    const known = this.#rows.get(source) ?? new OwnRows(this.#ground, source)
    this.#rows.set(source, known)
    return known
  }
}

/** The rows that a customer has of a source, with those of the ones that mean it. */
export class OwnRows implements Rows {
  readonly facts: ReturnType<SegmentGround['facts']>
  readonly rows: number[] = []
  count = 0
  readonly #idsOf: SegmentGround['idsOf']
  #of: string | null = null

  constructor(ground: SegmentGround, source: FactSource) {
    this.facts = ground.facts(source)
    this.#idsOf = ground.idsOf
  }

  /** Good until it is asked of another one. */
  of(customer: string): Rows {
    if (this.#of === customer) return this
    this.#of = customer
    this.count = 0
    for (const id of this.#idsOf(customer)) this.count = this.facts.rowsInto(id, this.rows, this.count)
    return this
  }
}

function scoreIn(scores: Scores | null, name: string): Json {
  if (scores === null) return null
  const { recency, frequency, money } = scores
  return name === 'score' ? `${recency}${frequency}${money}` : scores[name as keyof Scores]
}

/** Whether letters or calls reach a customer, and what was said of mailings to any of its addresses (SPEC SG8). */
function reachOf(ground: SegmentGround, customer: Customer, name: ReachField): Json {
  if (name === 'letters') return reachedBy(customer)
  const phones = phonesOf(customer).flatMap((phone) => phoneKey(phone, ground.country()) ?? [])
  if (name === 'phone') return phones.length > 0
  const [way, all] = name === 'letterConsent' ? (['letter', lettersTo(customer)] as const) : (['sms', phones] as const)
  return agreedOf(all.flatMap((to) => ground.consent(way, toOf(way, to)) ?? []))
}

function lettersTo({ email, emails }: Customer): readonly string[] {
  return [email, ...emails.map((one) => one.email)].filter((one) => one !== null && one.trim() !== '') as string[]
}

function reachedBy(customer: Customer): (typeof REACHED)[number] {
  const all = new Set(lettersTo(customer).map((one) => one.trim().toLowerCase()))
  if (all.size === 0) return 'hasNone'
  for (const { address } of refusedWith(customer)) all.delete(address.toLowerCase())
  return all.size === 0 ? 'bounces' : 'reached'
}

function agreedOf(consents: readonly Said[]): (typeof AGREED)[number] {
  if (consents.some(isGiven)) return 'agreed'
  return consents.some(isWithdrawn) ? 'withdrawn' : 'notAsked'
}
