import { STEPS, type Step } from '../../ask.ts'
import type { FactColumns } from '../../facts/columns.ts'
import { dayText, nextSpan, spanStart } from '../../facts/days.ts'
import type { Known } from '../../sources/known.ts'
import type { Momentary } from '../../sources/source.ts'
import type { Axis } from './axis.ts'
import { byDay } from './by-day.ts'
import { byNumber, keysIn } from './by-number.ts'
import { Groups } from './groups.ts'
import { ofSets, setKey } from './of-sets.ts'

/** How keys of a dimension are read from those that facts have of another (SPEC RP5). */
const READ_FROM: { readonly [dimension: string]: readonly [of: string, read: ReadKey] } = {
  customer: ['customer', (known, id) => known.customer(id)],
  category: ['product', (known, id) => known.product(id)?.category || null],
  productGroup: ['product', (known, id) => known.product(id)?.group ?? null],
}
type ReadKey = (known: Known, key: string) => string | null

export function isStep(dimension: string): dimension is Step {
  return STEPS.some((step) => step === dimension)
}

/** The axis of a dimension. */
export function axisOf(columns: FactColumns, dimension: string, known: Known, momentary: Momentary): Axis {
  if (isStep(dimension)) return axisOfSpans(columns, dimension)
  if (dimension === 'segment') return axisOfSegments(columns, known, momentary)
  const [of, read] = READ_FROM[dimension] ?? [dimension, (_: Known, key: string) => key]
  const keyOf = (key: string) => read(known, key)
  return byNumber(new Groups(), columns.texts, keyOf, momentary, (at) => keysIn(columns, of, at))
}

/** Of the segments that a customer is in, each (SPEC RP21). */
function axisOfSegments(columns: FactColumns, known: Known, momentary: Momentary): Axis {
  const segmentsOf = known.segments()
  const setOf = (customer: string) => setKey(segmentsOf(known.customer(customer)))
  return ofSets(byNumber(new Groups(), columns.texts, setOf, momentary, (at) => keysIn(columns, 'customer', at)))
}

/** The axis of spans that begin on these days, in their order; what lies before the first is in none. */
export function axisOfCuts(columns: FactColumns, cuts: readonly string[]): Axis {
  const groups = new Groups()
  for (const cut of cuts) groups.numberOf(cut)
  return byDay(columns, groups, (day) => {
    const key = day === null ? undefined : cuts.findLast((cut) => cut <= dayText(day))
    return { key, from: day ?? 0, until: (day ?? 0) + 1 }
  })
}

function axisOfSpans(columns: FactColumns, step: Step): Axis {
  return byDay(columns, new Groups(), (day) => {
    if (day === null) return { key: null, from: 0, until: 0 }
    const start = spanStart(day, step)
    return { key: dayText(start), from: start, until: nextSpan(start, step) }
  })
}
