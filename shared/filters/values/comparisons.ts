import type { Field, FieldType } from '../../records/declarations/fields.ts'
import type { Comparison, FilterRow, FilterValue } from '../filter.ts'
import { isPeriod } from './periods.ts'

/** What a comparison asks for: nothing, one value, two bounds, any number of values, words, or a period. */
export type Asks = 'nothing' | 'one' | 'bounds' | 'several' | 'words' | 'period'

const ASKS: { readonly [C in Comparison]: Asks } = {
  equal: 'one',
  notEqual: 'one',
  in: 'several',
  notIn: 'several',
  contains: 'words',
  lacks: 'words',
  more: 'one',
  atLeast: 'one',
  less: 'one',
  atMost: 'one',
  between: 'bounds',
  during: 'period',
  filled: 'nothing',
  empty: 'nothing',
}

const TEXT = ['contains', 'lacks', 'equal', 'notEqual', 'in', 'notIn', 'filled', 'empty'] as const
const ONE_OF = ['in', 'notIn', 'equal', 'notEqual', 'filled', 'empty'] as const
const NUMBER = ['atLeast', 'more', 'atMost', 'less', 'between', 'equal', 'notEqual', 'filled', 'empty'] as const
const DAY = ['during', 'between', 'equal', 'more', 'atLeast', 'less', 'atMost', 'filled', 'empty'] as const

/** The comparisons that fit each type, the likeliest first. An order of entries (`place`) is nothing to ask for. */
const BY_TYPE: { readonly [T in FieldType]: readonly Comparison[] } = {
  text: TEXT,
  note: ['contains', 'lacks', 'filled', 'empty'],
  choice: ONE_OF,
  reference: ONE_OF,
  flag: ['equal', 'in'],
  integer: NUMBER,
  money: NUMBER,
  quantity: NUMBER,
  percent: NUMBER,
  decimal: NUMBER,
  rate: NUMBER,
  hue: ['filled', 'empty'],
  date: DAY,
  instant: DAY,
  strings: ['in', 'notIn', 'filled', 'empty'],
  place: [],
}

/** The comparisons that fit a field, the likeliest first. */
export function comparisonsOf(field: Field): readonly Comparison[] {
  return BY_TYPE[field.type]
}

export function asksOf(comparison: Comparison): Asks {
  return ASKS[comparison]
}

/** Whether a row says all that its comparison asks for: a row still being written says nothing yet. */
export function isFinished({ is, values }: FilterRow): boolean {
  const asks = ASKS[is]
  if (asks === 'nothing') return true
  if (asks === 'bounds') return values.slice(0, 2).some((value) => value !== null && value !== undefined)
  if (asks === 'words') return typeof values[0] === 'string' && values[0].trim() !== ''
  return asks === 'several' ? values.length > 0 : values[0] !== undefined
}

/** Whether a row's values are such as its field can be compared with. */
export function valuesFit(field: Field, { is, values }: FilterRow): boolean {
  const asks = ASKS[is]
  if (asks === 'nothing') return true
  if (asks === 'period') return values.length === 0 || isPeriod(values)
  if (asks === 'words') return values.every((value) => typeof value === 'string')
  return values.every((value) => value === null || fits(field, value))
}

function fits(field: Field, value: Exclude<FilterValue, null>): boolean {
  if (field.type === 'strings') return typeof value === 'string'
  return field.type === 'instant' ? isDay(value) : field.accepts(value)
}

function isDay(value: FilterValue): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
}
