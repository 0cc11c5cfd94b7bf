import { compareNames } from '../../funnel/index.ts'
import type { Figures, ReportRow } from '../answer.ts'
import type { ReportAsk } from '../ask.ts'
import type { Fact } from '../facts/columns.ts'
import { dayNumber, dayText } from '../facts/days.ts'
import type { Known } from '../sources/known.ts'
import type { Source } from '../sources/source.ts'

/** A fact with its owner, as an object. */
export interface OwnedFact {
  readonly owner: string
  readonly fact: Fact
}

/** A report made by going through all facts for each figure: another way than columns go. */
export function naiveReport(source: Source, facts: readonly OwnedFact[], ask: ReportAsk, known: Known) {
  const columnsOfFact = (one: OwnedFact) => columnsOf(source, one, ask, known)
  const inPeriod = facts.filter((one) => isIn(one.fact, ask) && columnsOfFact(one).length > 0)
  const rowOf = (keys: readonly (string | null)[]): ReportRow & { facts: number } => {
    const own = inPeriod.filter((one) =>
      keys.every((key, at) => keysOf(source, one, ask.rows[at] ?? '', known).includes(key)),
    )
    return { keys, facts: own.length, figures: figures(own) }
  }
  const present = [...new Set(inPeriod.flatMap(columnsOfFact))]
  const columns = ask.columns === null ? [] : typeof ask.columns === 'string' ? present : ask.columns.cuts
  const figures = (own: readonly OwnedFact[]): Figures =>
    ask.measures.map((name) => {
      const of = (all: readonly OwnedFact[], column?: string | null) =>
        needs(
          source,
          column === undefined ? all : all.filter((one) => columnsOfFact(one).includes(column)),
          name,
          known,
        )
      const figure = (column?: string | null) =>
        source.measures[name]?.figure(of(own, column), of(inPeriod, column)) ?? null
      return [...columns.map((column) => figure(column)), figure()]
    })
  const keysAt = (at: number) => [...new Set(inPeriod.flatMap((one) => keysOf(source, one, ask.rows[at] ?? '', known)))]
  const outer = ask.rows.length > 0 ? sortedKeys(keysAt(0), ask.rows[0] ?? '', known) : []
  const inner = ask.rows.length > 1 ? sortedKeys(keysAt(1), ask.rows[1] ?? '', known) : []
  const rows = outer.flatMap((key) => [rowOf([key]), ...inner.map((other) => rowOf([key, other]))])
  const strip = ({ keys, figures: all }: ReportRow) => ({ keys, figures: all })
  return { columns, rows: rows.filter((row) => row.facts > 0).map(strip), total: strip(rowOf([])) }
}

function isIn({ day }: Fact, { from, until }: ReportAsk): boolean {
  if (day === null) return from === null && until === null
  return dayText(day) >= (from ?? '') && dayText(day) <= (until ?? '~')
}

function sortedKeys(keys: readonly (string | null)[], dimension: string, known: Known) {
  const name = (key: string | null) => (key === null ? null : (known.name(dimension, key) ?? key))
  return keys.toSorted((a, b) => compareNames(name(a), name(b)) || compareNames(a, b))
}

/** Those that a fact is in; none, where it lies before the first. */
function columnsOf(source: Source, one: OwnedFact, { columns }: ReportAsk, known: Known): readonly (string | null)[] {
  if (columns === null) return [null]
  if (typeof columns === 'string') return keysOf(source, one, columns, known)
  const day = one.fact.day === null ? '' : dayText(one.fact.day)
  return columns.cuts.filter((cut) => cut <= day).slice(-1)
}

/** A fact is in the segments of its customer, each; else in one row. */
function keysOf(source: Source, one: OwnedFact, dimension: string, known: Known): readonly (string | null)[] {
  if (dimension !== 'segment') return [keyOf(source, one, dimension, known)]
  const customer = keyOf(source, one, 'customer', known)
  const segments = customer === null ? [] : known.segments()(customer)
  return segments.length === 0 ? [null] : segments
}

function keyOf(source: Source, { owner, fact }: OwnedFact, dimension: string, known: Known): string | null {
  const own = (name: string) => fact.keys[source.dimensions.indexOf(name)] ?? null
  const product = own('product')
  switch (dimension) {
    case 'order':
      return owner
    case 'customer':
      return own('customer') && known.customer(own('customer') ?? '')
    case 'category':
      return (product && known.product(product)?.category) || null
    case 'productGroup':
      return (product && known.product(product)?.group) || null
    default:
      return own(dimension) ?? (fact.day === null ? null : spanOf(dayText(fact.day), dimension))
  }
}

/** The first day of a span, by what a calendar says. */
function spanOf(day: string, step: string): string | null {
  const [year = '', month = ''] = day.split('-')
  if (step === 'day') return day
  if (step === 'year') return `${year}-01-01`
  if (step === 'month') return `${year}-${month}-01`
  if (step === 'quarter') return `${year}-${['01', '04', '07', '10'][Math.ceil(Number(month) / 3) - 1]}-01`
  if (step !== 'week') return null
  const monday = new Date(`${day}T12:00:00Z`)
  while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() - 1)
  return monday.toISOString().slice(0, 10)
}

function needs(source: Source, all: readonly OwnedFact[], measure: ReportAsk['measures'][number], known: Known) {
  return (source.measures[measure]?.needs ?? []).map((need) => {
    if (typeof need === 'string') {
      return all.reduce((sum, { fact }) => sum + (fact.sums[source.sums.indexOf(need)] ?? 0), 0)
    }
    if ('count' in need) return new Set(all.map(({ owner }) => owner)).size
    return new Set(all.map((one) => keyOf(source, one, need.distinct, known)).filter((key) => key !== null)).size
  })
}

/** A day's number, for facts that are written by hand. */
export function numberOf(day: string): number {
  return dayNumber(day) ?? 0
}
