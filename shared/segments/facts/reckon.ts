import { float, int } from '../../funnel/columns/cells.ts'
import type { Json } from '../../records/declarations/value.ts'
import { type FactColumns, NO_DAY } from '../../reports/facts/columns.ts'
import { dayText } from '../../reports/facts/days.ts'
import type { Known } from '../../reports/sources/known.ts'
import type { FigurePart } from '../criteria/figures.ts'
import type { Span } from '../criteria/within.ts'
import type { Dealing } from './dealings.ts'

/** A customer's rows of a source: the first `count` numbers. */
export interface Rows {
  readonly rows: readonly number[]
  readonly count: number
}

/** Reckons a figure of a customer's rows. */
export type Reckon = (of: Rows) => Json

/** What a figure is reckoned by. */
export interface Reckoning {
  readonly columns: FactColumns
  readonly span: Span
  /** Days since 1970. */
  readonly today: number
  readonly product: Known['product']
}

/** Makes a figure ready to be reckoned of one customer after the other; `name` is one of the part's (criteria/figures.ts). */
export function reckoning(part: FigurePart, name: string, by: Reckoning): Reckon {
  const counts = countsIn(part, name, by)
  switch (name) {
    case 'sum':
    case 'openSum':
    case 'wonSum':
    case 'lostSum':
      return summing(part === 'bought' ? 'sum' : 'amount', counts, by)
    case 'average':
      return averaging(counts, by)
    case 'first':
    case 'next':
      return (of) => dayOrNull(firstDay(of, counts, by))
    case 'last':
      return (of) => dayOrNull(lastDay(of, counts, by))
    case 'since':
      return (of) => {
        const last = lastDay(of, counts, by)
        return last === null ? null : by.today - last
      }
    case 'toUs':
      return owing(1, by)
    case 'byUs':
      return owing(-1, by)
    case 'product':
    case 'group':
    case 'category':
      return naming(name, counts, by)
    default:
      return counting(counts)
  }
}

type Counts = (row: number) => boolean

/** Which dealings a figure of orders is of; by its name, without what it tells of them. */
const OF_ORDERS: { readonly [name: string]: readonly Dealing[] } = {
  open: ['open'],
  openSum: ['open'],
  won: ['won'],
  wonSum: ['won'],
  lost: ['lost'],
  lostSum: ['lost'],
}
const EVENT_KINDS: { readonly [name: string]: string } = { calls: 'call', letters: 'letter', meetings: 'meeting' }

/** Whether a row counts for a figure. */
function countsIn(part: FigurePart, name: string, by: Reckoning): Counts {
  const isWithin = within(by)
  if (part === 'orders') return both(isWithin, isOf(by, 'what', OF_ORDERS[name] ?? ['open', 'won']))
  if (part === 'payments') return both(isWithin, isOf(by, 'what', ['payment']))
  if (part === 'bought') {
    const quantity = by.columns.sumsOf('quantity')
    return name === 'sum' ? isWithin : both(isWithin, (row) => float(quantity, row) > 0)
  }
  return part === 'events' ? ofEvents(name, isWithin, by) : isWithin
}

function ofEvents(name: string, isWithin: Counts, by: Reckoning): Counts {
  const { days } = by.columns
  const isPast = (row: number) => int(days, row) <= by.today
  if (name === 'next') return both((row) => !isPast(row), isOf(by, 'eventState', ['planned', 'underway']))
  const isOff = isOf(by, 'eventState', ['calledOff'])
  const happened = both(isWithin, (row) => isPast(row) && !isOff(row))
  const kind = EVENT_KINDS[name]
  return kind === undefined ? happened : both(happened, isOf(by, 'eventKind', [kind]))
}

function within({ columns, span: { from, to } }: Reckoning): Counts {
  const { days } = columns
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return () => true
  return (row) => {
    const day = int(days, row)
    return day !== NO_DAY && day >= from && day <= to
  }
}

function isOf({ columns }: Reckoning, dimension: string, texts: readonly string[]): Counts {
  const cells = columns.keysOf(dimension)
  const [one, other = one] = texts.map((text) => columns.texts.numberOf(text)) as [number, number?]
  return (row) => {
    const key = int(cells, row)
    return key === one || key === other
  }
}

function both(one: Counts, other: Counts): Counts {
  return (row) => one(row) && other(row)
}

function counting(counts: Counts): Reckon {
  return ({ rows, count }) => {
    let n = 0
    for (let at = 0; at < count; at++) if (counts(rows[at] as number)) n++
    return n
  }
}

function summing(name: string, counts: Counts, { columns }: Reckoning): (of: Rows) => number {
  const sums = columns.sumsOf(name)
  return ({ rows, count }) => {
    let sum = 0
    for (let at = 0; at < count; at++) if (counts(rows[at] as number)) sum += float(sums, rows[at] as number)
    return sum
  }
}

/** Of so many orders, rounded half up. */
function averaging(counts: Counts, by: Reckoning): Reckon {
  const [sum, number] = [summing('amount', counts, by), counting(counts)]
  return (of) => {
    const all = Number(number(of))
    return all === 0 ? null : Math.floor(sum(of) / all + 0.5)
  }
}

function firstDay({ rows, count }: Rows, counts: Counts, { columns: { days } }: Reckoning): number | null {
  let first: number | null = null
  for (let at = 0; at < count; at++) {
    const [row, day] = [rows[at] as number, int(days, rows[at] as number)]
    if (day !== NO_DAY && (first === null || day < first) && counts(row)) first = day
  }
  return first
}

function lastDay({ rows, count }: Rows, counts: Counts, { columns: { days } }: Reckoning): number | null {
  let last: number | null = null
  for (let at = 0; at < count; at++) {
    const [row, day] = [rows[at] as number, int(days, rows[at] as number)]
    if (day !== NO_DAY && (last === null || day > last) && counts(row)) last = day
  }
  return last
}

function dayOrNull(day: number | null): string | null {
  return day === null ? null : dayText(day)
}

function owing(sign: 1 | -1, { columns }: Reckoning): Reckon {
  const owed = columns.sumsOf('owed')
  return ({ rows, count }) => {
    let sum = 0
    for (let at = 0; at < count; at++) sum += Math.max(0, sign * float(owed, rows[at] as number))
    return sum
  }
}

function naming(name: 'product' | 'group' | 'category', counts: Counts, { columns, product }: Reckoning): Reckon {
  const products = columns.keysOf('product')
  return ({ rows, count }) => {
    const found = new Set<string>()
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const id = counts(row) ? columns.texts.textOf(int(products, row)) : null
      const named = id !== null && name !== 'product' ? product(id)?.[name] : id
      if (named) found.add(named)
    }
    return [...found]
  }
}
