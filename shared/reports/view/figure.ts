import { isObject, type Json, parseJson } from '../../records/declarations/value.ts'
import { MEASURES, type Measure } from '../ask.ts'
import type { ReportFigure } from '../behind.ts'
import type { ReportView } from './view.ts'

/** A figure of a report as an address keeps it: JSON of its measure, keys and column. */
export function writeFigure({ measure, keys, column, isEarlier }: ReportFigure): string {
  return JSON.stringify({
    ...{ measure, keys },
    ...(column === undefined ? {} : { column }),
    ...(isEarlier ? { isEarlier } : {}),
  })
}

/** The figure that an address names in a report; null where that has none such. */
export function readFigure(text: string, { source, rows, columns }: ReportView): ReportFigure | null {
  const read = parseJson(text)
  if (!isObject(read) || !Array.isArray(read.keys)) return null
  const measure = (MEASURES[source] as readonly Measure[]).find((one) => one === read.measure)
  const keys = read.keys.filter(isKey)
  if (!measure || keys.length !== read.keys.length || keys.length > rows.length) return null
  const { column } = read
  if (column !== undefined && (columns === null || !isKey(column))) return null
  return {
    measure,
    keys,
    ...(column === undefined ? {} : { column }),
    ...(read.isEarlier === true && { isEarlier: true }),
  }
}

function isKey(value: Json): value is string | null {
  return value === null || typeof value === 'string'
}
