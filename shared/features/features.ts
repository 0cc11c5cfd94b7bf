import type { Feature } from './collections.ts'

/** A part of the program that a company may switch off. */
interface Declared {
  readonly id: string
  /** What it cannot be without: of each line at least one. */
  readonly needs?: readonly (readonly string[])[]
}

/** The features by what they are about, each behind all that it needs (SPEC FT1). */
const GROUPS = {
  sales: [
    { id: 'workOrders' },
    { id: 'invoices' },
    { id: 'plans' },
    { id: 'reports' },
    { id: 'counterparties' },
    { id: 'segments' },
  ],
  contact: [
    { id: 'mail' },
    { id: 'sms' },
    { id: 'telephony' },
    { id: 'mailings', needs: [['segments'], ['mail', 'sms']] },
    { id: 'site' },
  ],
  work: [{ id: 'jobs' }, { id: 'calendar' }, { id: 'rules' }, { id: 'exchange' }],
  accounting: [
    { id: 'organisations' },
    { id: 'departments' },
    { id: 'projects' },
    { id: 'currencies' },
    { id: 'customFields' },
  ],
} as const satisfies Record<string, readonly Declared[]>

export type FeatureGroup = keyof typeof GROUPS
export type FeatureId = (typeof GROUPS)[FeatureGroup][number]['id']

/** What is known of a feature without asking the company. */
export interface FeatureRow {
  readonly id: FeatureId
  readonly group: FeatureGroup
  readonly needs: readonly (readonly FeatureId[])[]
}

/** All features, in their order. */
export const FEATURES: readonly FeatureRow[] = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.map((row: Declared) => ({ ...row, group, needs: row.needs ?? [] }) as FeatureRow),
)

/** What a small company does without at first («Только главное»). */
export const LATER: readonly FeatureId[] = [
  ...(['workOrders', 'plans', 'counterparties', 'segments', 'sms', 'telephony', 'mailings', 'site'] as const),
  ...(['rules', 'organisations', 'departments', 'projects', 'currencies', 'customFields'] as const),
]

const BY_ID: ReadonlyMap<string, FeatureRow> = new Map(FEATURES.map((row) => [row.id, row]))

/** What was switched, as far as it is reckoned with. */
export type Switched = Iterable<Pick<Feature, 'id' | 'isOff' | 'gone'>>

/** The features that are switched off by themselves, whatever they need. */
export function switchedOff(switched: Switched): ReadonlySet<string> {
  return new Set([...switched].filter(({ isOff, gone }) => isOff && !gone).map(({ id }) => id))
}

/** Whether a feature is on: neither switched off, nor without something that it needs (SPEC FT2). */
export function isOn(switched: Switched, id: FeatureId): boolean {
  return isOnWithout(switchedOff(switched), id)
}

/** As `isOn`, by the ids of those that are switched off. */
export function isOnWithout(off: ReadonlySet<string>, id: FeatureId): boolean {
  const row = BY_ID.get(id)
  return row !== undefined && !off.has(id) && row.needs.every((any) => any.some((one) => isOnWithout(off, one)))
}
