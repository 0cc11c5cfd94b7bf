import type { CollectionName } from '../../../../shared/collections.ts'
import type { Columns } from '../../../../shared/columns/columns.ts'
import type { ReportTable } from '../../../../shared/reports/answer.ts'
import type { ReportAsk, ReportSource } from '../../../../shared/reports/ask.ts'
import { ownersBehind, type ReportFigure } from '../../../../shared/reports/behind.ts'
import { FactColumns } from '../../../../shared/reports/facts/columns.ts'
import { dayNumber } from '../../../../shared/reports/facts/days.ts'
import type { ReportGround } from '../../../../shared/reports/plan.ts'
import { reportOf } from '../../../../shared/reports/report.ts'
import type { Known } from '../../../../shared/reports/sources/known.ts'
import type { Source } from '../../../../shared/reports/sources/source.ts'
import { OF_ORDERS, SOURCES } from '../../../../shared/reports/sources/sources.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import { matcher } from '../matching.ts'
import { KeptFacts, type KeptSource } from './kept-facts.ts'
import { knownTo, MADE_BY } from './known.ts'
import { LastDays } from './last-days.ts'
import { LiveReport } from './live-report.ts'
import type { ReportQuery } from './query.ts'

/** The facts of all sources, each made when a report asks for it first and kept from the directory from then on; the reports over them. */
export class Reports {
  readonly #directory: Directory
  /** Of orders, out of what is kept of documents that are not open. */
  readonly kept: KeptFacts
  readonly #facts = new Map<ReportSource, FactColumns>()
  readonly #lastDays: LastDays
  #known: Known

  constructor(directory: Directory) {
    this.#directory = directory
    this.kept = new KeptFacts(directory, () => this.#known)
    this.#lastDays = new LastDays(directory)
    this.#known = this.#knownNow()
  }

  /** Takes in that records have changed. */
  take(changed: ItemsChanged): void {
    if (changed.has('invoices')) this.#lastDays.forget()
    if (MADE_BY.some((name) => changed.has(name))) {
      this.#known = this.#knownNow()
      for (const [source, columns] of this.#facts) this.#putAll(source, columns)
      return
    }
    for (const [source, columns] of this.#facts) {
      const ids = changed.get(SOURCES[source].of.name as CollectionName)
      if (ids !== undefined && ids !== 'all') for (const id of ids) this.#put(source, columns, id)
    }
  }

  /** Takes in the records of a document that stands from its columns; not `isNew`: the same stood already. */
  stand(columns: Columns, isNew: boolean): void {
    this.#lastDays.forget()
    this.kept.stand(columns)
    if (!isNew) return
    for (const [source, facts] of this.#facts) {
      if (isOfOrders(source)) this.kept.putStanding(columns, keptOf(source, facts))
      else {
        const sheaf = columns.sheaves.find(({ collection }) => collection === SOURCES[source].of)
        for (const id of sheaf?.ids ?? []) this.#put(source, facts, id)
      }
    }
  }

  /** Opens a report that follows the facts until it is closed. */
  open(query: ReportQuery): LiveReport {
    return new LiveReport((ask) => this.ground(ask), query)
  }

  /** A report as it stands now: what was sold by given dimensions and cuts, say, for plans. */
  table(ask: ReportAsk): ReportTable {
    return reportOf(this.ground(ask), ask)
  }

  /** The ids of the records behind a figure. */
  behind(ask: ReportAsk, figure: ReportFigure): readonly string[] {
    return ownersBehind(this.ground(ask), ask, figure)
  }

  ground(ask: ReportAsk): ReportGround {
    const source = SOURCES[ask.source]
    const directory = this.#directory
    const columns = this.facts(ask.source)
    return { source, columns, known: this.#known, now: directory.now, passes: this.#passes(source, ask) }
  }

  #knownNow(): Known {
    return knownTo(this.#directory, (order) => this.#lastDays.of(order))
  }

  /** The facts of a source, kept from when they are asked for first. */
  facts(source: ReportSource): FactColumns {
    const known = this.#facts.get(source)
    if (known) return known
    const columns = new FactColumns(SOURCES[source], dayNumber(this.#known.dayOf(this.#directory.now)))
    this.#facts.set(source, columns)
    this.#putAll(source, columns)
    return columns
  }

  #putAll(source: ReportSource, columns: FactColumns): void {
    if (isOfOrders(source)) {
      this.kept.putAll(keptOf(source, columns))
      return
    }
    const { of } = SOURCES[source]
    for (const id of this.#directory.rows(of.name as CollectionName).keys()) this.#put(source, columns, id)
  }

  #put(name: ReportSource, columns: FactColumns, id: string): void {
    const source = SOURCES[name]
    const row = this.#directory.typed(source.of, id)
    columns.put(id, row && !row.gone ? source.factsOf(row, this.#known) : [])
  }

  #passes({ of }: Source, { filter, search }: ReportAsk): ReportGround['passes'] {
    if (filter.length === 0 && search.trim() === '') return null
    const collection = of.name as CollectionName
    const matches = matcher(this.#directory, { collection, filter, search })
    return (owner) => {
      const item = this.#directory.item(collection, owner)
      return item !== null && matches(item)
    }
  }
}

function isOfOrders(source: ReportSource): source is keyof typeof OF_ORDERS {
  return Object.hasOwn(OF_ORDERS, source)
}

function keptOf(source: keyof typeof OF_ORDERS, columns: FactColumns): KeptSource {
  return { name: source, layout: OF_ORDERS[source], columns }
}
