import { Temporal } from 'temporal-polyfill'
import type { Plan } from '../../../../shared/plans/collections.ts'

/** What a plan is filled from, and how. */
export interface FillAsk {
  readonly from: 'facts' | 'plan'
  readonly begin: string
  readonly end: string
  /** The other plan. */
  readonly plan: string | null
  /** The first day of the period with which filling begins. */
  readonly start: string | null
  readonly percent: number
  readonly step: number
  readonly onlyEmpty: boolean
  readonly quantities: boolean
}

/** The same days a year before: what a plan is mostly filled from. */
export function firstAsk({ from, until, quantities }: Plan): FillAsk {
  return {
    ...{ from: 'facts', begin: yearBefore(from), end: yearBefore(until), plan: null, start: null },
    ...{ percent: 10_000, step: 1, onlyEmpty: false, quantities },
  }
}

export function yearBefore(day: string | null): string {
  return day === null ? '' : Temporal.PlainDate.from(day).subtract({ years: 1 }).toString()
}
