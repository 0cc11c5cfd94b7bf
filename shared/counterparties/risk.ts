import { doubtOfInn } from '../records/forms/inn.ts'
import { DAY_MS } from '../time/days.ts'
import type { Counterparty } from './collections.ts'

/**
 * How much there is to heed. `danger`: it ends, or has ended; `heed`: something is to be looked at; `notKnown`: nothing was said yet. In
 * the order of their words: so lists sort the gravest first.
 */
export const RISK_LEVELS = ['danger', 'heed', 'quiet', 'notKnown'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** What is to be heed of a company; its words stand in the dictionaries under `risks.signs`. */
export type RiskSign =
  | 'liquidated'
  | 'liquidating'
  | 'bankrupt'
  | 'reorganizing'
  | 'unknownInn'
  | 'young'
  | 'headUnknown'
  | 'stale'

export interface Risk {
  readonly level: RiskLevel
  /** The gravest first. */
  readonly signs: readonly RiskSign[]
}

/** A company is young for so long, and what is known of it is stale behind so long, ms. */
const YOUNG = 365 * DAY_MS
const STALE = 180 * DAY_MS

const GRAVE: readonly RiskSign[] = ['liquidated', 'bankrupt', 'liquidating', 'unknownInn']

/** What is known of a company, weighed at `now` (ms). */
export function riskOf(known: Counterparty | null, now: number): Risk {
  if (!known || known.checked === null) return { level: 'notKnown', signs: [] }
  const signs = signsOf(known, now)
  const level = signs.some((sign) => GRAVE.includes(sign)) ? 'danger' : signs.length > 0 ? 'heed' : 'quiet'
  return { level, signs }
}

/** The level by an INN, as criteria and filters read it; null where it is none that can be. */
export function riskBy(
  inn: string | null | undefined,
  known: (inn: string) => Counterparty | null,
  now: number,
): RiskLevel | null {
  const asked = inn?.trim() ?? ''
  return asked === '' || doubtOfInn(asked) !== null ? null : riskOf(known(asked), now).level
}

function signsOf(known: Counterparty, now: number): RiskSign[] {
  const { state, registered, head, inn, checked, trouble } = known
  if (trouble === 'unknownInn') return ['unknownInn']
  const age = registered === null ? null : now - Date.parse(registered)
  return [
    ...(state !== null && state !== 'acting' ? [state] : []),
    ...(state !== 'liquidated' && age !== null && age < YOUNG ? (['young'] as const) : []),
    // Of a sole trader, twelve digits, he is the head.
    ...(state === 'acting' && !head && inn?.length === 10 ? (['headUnknown'] as const) : []),
    ...(state !== 'liquidated' && now - (checked ?? 0) > STALE ? (['stale'] as const) : []),
  ]
}
