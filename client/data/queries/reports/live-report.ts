import type { CollectionName } from '../../../../shared/collections.ts'
import { ownersOf, type ReportAsk } from '../../../../shared/reports/ask.ts'
import { NAMED_BY } from '../../../../shared/reports/named-by.ts'
import type { ReportGround } from '../../../../shared/reports/plan.ts'
import { OpenReport } from '../../../../shared/reports/report.ts'
import type { ItemsChanged } from '../directory.ts'
import { MADE_BY } from './known.ts'
import type { ReportAnswer, ReportQuery } from './query.ts'

/** Dimensions whose keys are read from other records than their names are. */
const READ_FROM: { readonly [dimension: string]: readonly CollectionName[] } = {
  category: ['products'],
  productGroup: ['products', 'productGroups'],
  // Whoever comes to a segment or goes is told of as a customer that has changed.
  segment: ['segments', 'customers'],
  // The first state of a kind is that of losses which stood in none.
  state: ['states', 'kinds'],
}

/** Measures and dimensions of orders that are of the moment at which they are looked at. */
const OF_MOMENT: readonly string[] = ['standing', 'days']

/** One open report: its sums follow the facts; where names, or what keys mean, have changed, it is made anew. */
export class LiveReport {
  readonly #ground: (ask: ReportAsk) => ReportGround
  #ask: ReportAsk
  #open: OpenReport | null = null
  /** Whether whoever asks has the whole of it. */
  #isTold = false

  constructor(ground: (ask: ReportAsk) => ReportGround, { ask }: ReportQuery) {
    this.#ground = ground
    this.#ask = ask
  }

  answer(): ReportAnswer {
    const open = this.#opened()
    const told = this.#isTold ? open.changed() : open.read()
    this.#isTold = true
    return { what: 'report', told }
  }

  ask({ ask }: ReportQuery): void {
    this.turn()
    this.#ask = ask
  }

  take(changed: ItemsChanged): boolean {
    const owners = changed.get(this.#owners)
    if (owners === 'all' || this.#namedBy().some((name) => name !== this.#owners && changed.has(name))) {
      this.turn()
      return true
    }
    return owners !== undefined
  }

  /** Another day has begun. */
  turn(): void {
    this.#open?.close()
    this.#open = null
    this.#isTold = false
  }

  /** Orders may have come to stand too long by the clock alone (reports/SPEC RP13). */
  look(): boolean {
    const { source, rows, columns, measures } = this.#ask
    const asked: readonly unknown[] = [...rows, ...measures, columns]
    if (!this.#open || source !== 'orders' || !OF_MOMENT.some((name) => asked.includes(name))) return false
    const before = JSON.stringify(this.#open.read())
    this.turn()
    return JSON.stringify(this.#opened().read()) !== before
  }

  close(): void {
    this.turn()
  }

  #opened(): OpenReport {
    this.#open ??= new OpenReport(this.#ground(this.#ask), this.#ask)
    return this.#open
  }

  get #owners(): CollectionName {
    return ownersOf(this.#ask.source)
  }

  /** The collections that keys and their names are read from, last days to pay, and settings by which facts are made. */
  #namedBy(): CollectionName[] {
    const { rows, columns, measures } = this.#ask
    const dimensions = typeof columns === 'string' ? [...rows, columns] : rows
    const ofInvoices: CollectionName[] = measures.includes('overdue') ? ['invoices'] : []
    return [
      ...ofInvoices,
      ...dimensions.flatMap((dimension) => READ_FROM[dimension] ?? NAMED_BY[dimension] ?? []),
      ...MADE_BY,
    ]
  }
}
