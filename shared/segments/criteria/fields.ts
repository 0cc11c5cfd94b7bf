import { REGISTER_STATES } from '../../counterparties/collections.ts'
import { RISK_LEVELS } from '../../counterparties/risk.ts'
import { fieldsOf } from '../../custom/known.ts'
import { comparisonsOf } from '../../filters/values/comparisons.ts'
import { type Fields, own } from '../../records/declarations/collection.ts'
import { choice, type Field, flag, integer, text } from '../../records/declarations/fields.ts'
import { FIGURES, type FigurePart, takesPeriod } from './figures.ts'
import { readWithin, type Within, writeWithin } from './within.ts'

/** What a criterion's field is of: the customer, what facts come to, how it stands among all customers, whether letters reach it, and what is known of its INN. */
export const PARTS = ['customer', 'orders', 'payments', 'debts', 'bought', 'events', 'rfm', 'reach', 'risk'] as const
export type Part = (typeof PARTS)[number]

/** From 1 to 5 (rfm/scores.ts); `score` is all three: «555». */
const RFM = { recency: integer(), frequency: integer(), money: integer(), score: text() } as const

/** Whether there is an address or number at all, and one that is not refused. */
export const REACHED = ['reached', 'bounces', 'hasNone'] as const
/** What was said last of mailings to any of its addresses. */
export const AGREED = ['agreed', 'withdrawn', 'notAsked'] as const
const REACH = {
  letters: choice(REACHED),
  phone: flag(),
  letterConsent: choice(AGREED),
  smsConsent: choice(AGREED),
} as const
export type ReachField = keyof typeof REACH

/** How a company is weighed by what a service says of its INN, and how it stands in the register (counterparties). */
const RISK = { level: choice(RISK_LEVELS), state: choice(REGISTER_STATES) } as const

const NO_CRITERION: readonly string[] = ['mergedInto']

/** What a key names. */
export interface Named {
  readonly part: Part
  readonly name: string
  /** Null: at any time. */
  readonly within: Within | null
}

/** A field that criteria may name: `<name>` of the customer, `<part>.<name>` of the others, either with `@<period>` behind it. */
export interface SegmentField extends Named {
  readonly key: string
  readonly field: Field
}

/** Every field that criteria may name now, those that the company added among them; without a period each. */
export function segmentFields(): readonly SegmentField[] {
  return PARTS.flatMap((part) =>
    Object.entries(fieldsIn(part)).flatMap(([name, field]) => {
      const isAsked = comparisonsOf(field).length > 0 && field.type !== 'hue' && !field.unread
      if (!isAsked || (part === 'customer' && NO_CRITERION.includes(name))) return []
      return [{ key: keyOf({ part, name, within: null }), part, name, within: null, field }]
    }),
  )
}

/** The field that a criterion names; undefined where there is none (any more). */
export function segmentField(key: string): Field | undefined {
  const named = namedBy(key)
  if (!named) return undefined
  const { part, name, within } = named
  if (within !== null && !takesPeriod(part, name)) return undefined
  return part === 'customer' && NO_CRITERION.includes(name) ? undefined : own(fieldsIn(part), name)
}

/** What a key names; null where it is no key of a criterion. */
export function namedBy(key: string): Named | null {
  const [path = '', period, ...rest] = key.split('@')
  const within = period === undefined ? null : readWithin(period)
  if (rest.length > 0 || (period !== undefined && within === null)) return null
  const dot = path.indexOf('.')
  if (dot < 0) return { part: 'customer', name: path, within }
  const part = PARTS.find((one) => one !== 'customer' && one === path.slice(0, dot))
  return part ? { part, name: path.slice(dot + 1), within } : null
}

export function keyOf({ part, name, within }: Named): string {
  const path = part === 'customer' ? name : `${part}.${name}`
  return within === null ? path : `${path}@${writeWithin(within)}`
}

function fieldsIn(part: Part): Fields {
  if (part === 'customer') return fieldsOf('customers')
  if (part === 'rfm') return RFM
  if (part === 'reach') return REACH
  if (part === 'risk') return RISK
  return FIGURES[part satisfies FigurePart]
}
