import { Temporal } from 'temporal-polyfill'
import { readFilter, writeFilter } from '../../filters/text.ts'
import { isObject, type Json, parseJson } from '../../records/declarations/value.ts'
import {
  COMPARISONS,
  DIMENSIONS,
  type Dimension,
  MEASURES,
  type Measure,
  REPORT_SOURCES,
  type ReportAsk,
  type ReportSource,
  STEPS,
} from '../ask.ts'
import type { ReportSchedule } from '../collections.ts'
import { periodOf } from '../period.ts'

/** What a schedule keeps of an ask: JSON of it, its filter as filters/text.ts writes them (SPEC RP49). */
export function writeAsk(ask: ReportAsk): string {
  return JSON.stringify({ ...ask, filter: writeFilter(ask.filter) })
}

/** What a schedule asks on a day; null where what it keeps is no ask. */
export function askOn({ ask: kept, period }: Pick<ReportSchedule, 'ask' | 'period'>, today: string): ReportAsk | null {
  const ask = readAsk(kept)
  return ask && period ? { ...ask, ...periodOf(period, today) } : ask
}

/** Reads what `writeAsk` wrote; null for what is none. Dimensions and measures that the source has not are left out. */
function readAsk(kept: string | null): ReportAsk | null {
  const read = kept === null ? undefined : parseJson(kept)
  if (!isObject(read)) return null
  const source = oneOf(REPORT_SOURCES, read.source)
  const filter = typeof read.filter === 'string' ? readFilter(read.filter) : []
  if (!source || !filter) return null
  const measures = textsIn(read.measures).flatMap((name) => oneOf<Measure>(MEASURES[source], name) ?? [])
  return {
    source,
    rows: textsIn(read.rows)
      .flatMap((name) => dimensionOf(source, name) ?? [])
      .slice(0, 2),
    columns: columnsIn(source, read.columns),
    measures: measures.length > 0 ? measures : MEASURES[source].slice(0, 1),
    from: dayIn(read.from),
    until: dayIn(read.until),
    compare: oneOf(COMPARISONS, read.compare) ?? null,
    filter,
    search: typeof read.search === 'string' ? read.search : '',
  }
}

function columnsIn(source: ReportSource, read: Json | undefined): ReportAsk['columns'] {
  if (!isObject(read)) return dimensionOf(source, read) ?? null
  const cuts = textsIn(read.cuts).flatMap((day) => dayIn(day) ?? [])
  return cuts.length > 0 ? { cuts } : null
}

function dimensionOf(source: ReportSource, name: Json | undefined): Dimension | undefined {
  return oneOf<Dimension>([...DIMENSIONS[source], ...STEPS], name)
}

function dayIn(read: Json | undefined): string | null {
  if (typeof read !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(read)) return null
  try {
    return Temporal.PlainDate.from(read).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function textsIn(read: Json | undefined): string[] {
  return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : []
}

function oneOf<T extends string>(choices: readonly T[], read: Json | undefined): T | undefined {
  return choices.find((choice) => choice === read)
}
