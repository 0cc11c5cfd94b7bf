import { Temporal } from 'temporal-polyfill'
import { addDays, daysBetween } from '../../time/days.ts'
import type { Period } from '../periods.ts'
import { spreadByWeights } from '../spread.ts'

/** From which days a plan is filled, both included. */
export interface SourceSpan {
  readonly from: string
  readonly until: string
}

/** The days that one period of a plan is filled from; `round`: how often the source was gone through before. */
export interface SourceDays extends SourceSpan {
  readonly round: number
}

/** How far days are put back: by whole months where both spans begin on one day of a month and the source is of whole months. */
interface Shift {
  readonly unit: 'months' | 'days'
  readonly back: number
  /** The length of the source. */
  readonly length: number
}

/**
 * The days of the source that each period of a plan is filled from, the first period from its beginning; a plan that is longer
 * than its source goes through it again (SPEC PN10). Null where a period has none.
 */
export function sourceDays(periods: readonly Period[], source: SourceSpan): (SourceDays | null)[] {
  const begin = periods[0]?.from
  if (begin === undefined || source.from > source.until) return periods.map(() => null)
  const shift = shiftOf(begin, source)
  return periods.map(({ from, until }) => {
    let round = 0
    while (putBack(from, shift, round) > source.until) round++
    const end = putBack(addDays(until, 1), shift, round)
    const days = { from: putBack(from, shift, round), until: earlier(addDays(end, -1), source.until), round }
    return days.from <= days.until ? days : null
  })
}

function shiftOf(begin: string, { from, until }: SourceSpan): Shift {
  const end = addDays(until, 1)
  const isMonthly = begin.slice(8) === from.slice(8) && end.slice(8) === from.slice(8)
  if (!isMonthly) return { unit: 'days', back: daysBetween(from, begin), length: daysBetween(from, end) }
  return { unit: 'months', back: monthsBetween(from, begin), length: monthsBetween(from, end) }
}

function putBack(day: string, { unit, back, length }: Shift, round: number): string {
  return Temporal.PlainDate.from(day)
    .subtract({ [unit]: back + round * length })
    .toString()
}

function monthsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'months' }).months
}

/** The first days of spans that facts are asked by, so that each of the days given is made of whole ones. */
export function cutsOf(days: readonly (SourceDays | null)[]): readonly string[] {
  const cuts = new Set(days.flatMap((one) => (one ? [one.from, addDays(one.until, 1)] : [])))
  return [...cuts].sort()
}

/**
 * Gathers facts by such spans, told column by column, into the days given; a span without any is null. Which columns lie in which days
 * is looked up once for all rows.
 */
export function gathering(days: readonly (SourceDays | null)[], columns: readonly (string | null)[]) {
  const inside = days.map((one) => columns.flatMap((cut, at) => (isWithin(one, cut) ? [at] : [])))
  return (figures: readonly (number | null)[]): (number | null)[] =>
    inside.map((columns) => columns.reduce<number | null>((all, at) => added(all, figures[at] ?? null), null))
}

function isWithin(days: SourceDays | null, cut: string | null): boolean {
  return days !== null && cut !== null && cut >= days.from && cut <= days.until
}

function added(all: number | null, figure: number | null): number | null {
  return figure === null ? all : (all ?? 0) + figure
}

/** Where what stands in one period goes: by days, of which the last are those that are taken by nothing. */
interface Way {
  readonly from: number
  readonly to: readonly number[]
  readonly days: readonly number[]
}

/**
 * Moves what stands in the periods of another plan onto the days given: each figure by days, so that a source that is covered whole
 * comes to what it was (SPEC PN7). Which days are shared is looked up once for all rows.
 */
export function movingOnto(days: readonly (SourceDays | null)[], periods: readonly Period[]) {
  const rounds = new Set(days.flatMap((one) => (one ? [one.round] : [])))
  const ways = [...rounds].flatMap((round) => periods.flatMap((period, from) => waysOf(days, { period, from, round })))
  return (values: readonly (number | null)[]): (number | null)[] => {
    const moved = days.map((): number | null => null)
    for (const { from, to, days } of ways) {
      const value = values[from] ?? null
      if (value === null) continue
      const parts = spreadByWeights(value, days)
      for (const [i, at] of to.entries()) moved[at] = added(moved[at] ?? null, parts[i] ?? 0)
    }
    return moved
  }
}

function waysOf(
  days: readonly (SourceDays | null)[],
  { period, from, round }: { readonly period: Period; readonly from: number; readonly round: number },
): Way[] {
  const shared = days.map((one) => (one?.round === round ? sharedDays(one, period) : 0))
  const to = shared.flatMap((count, at) => (count > 0 ? [at] : []))
  const left = daysBetween(period.from, period.until) + 1 - shared.reduce((all, one) => all + one, 0)
  return to.length === 0 ? [] : [{ from, to, days: [...to.map((at) => shared[at] ?? 0), Math.max(left, 0)] }]
}

function sharedDays(one: SourceSpan, other: SourceSpan): number {
  const [from, until] = [later(one.from, other.from), earlier(one.until, other.until)]
  return from > until ? 0 : daysBetween(from, until) + 1
}

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
