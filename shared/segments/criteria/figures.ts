import type { Fields } from '../../records/declarations/collection.ts'
import { date, type Field, integer, money, strings } from '../../records/declarations/fields.ts'
import type { ReportSource } from '../../reports/ask.ts'

/** Where facts of customers come from: `dealings` of facts/dealings.ts, the others as reports have them. */
export const FACT_SOURCES = ['dealings', 'sales', 'events'] as const satisfies readonly (ReportSource | 'dealings')[]
export type FactSource = (typeof FACT_SOURCES)[number]

/** Parts of a criterion's key whose values are reckoned of facts, and where these come from. */
export const FIGURE_PARTS = {
  orders: 'dealings',
  payments: 'dealings',
  debts: 'dealings',
  bought: 'sales',
  events: 'events',
} as const satisfies { readonly [part: string]: FactSource }
export type FigurePart = keyof typeof FIGURE_PARTS

const namesOf = (to: string): Field => ({ ...strings(), to })

/**
 * What facts come to (SPEC SG6). Sums are minor units of the company's currency; `first` and `last` are plain dates, `since` how many days
 * ago the last was.
 */
export const FIGURES = {
  /** Orders that were not cancelled; `open`, `won` and `lost` tell these and the cancelled ones apart. */
  orders: {
    count: integer(),
    sum: money(),
    average: money(),
    first: date(),
    last: date(),
    since: integer(),
    open: integer(),
    openSum: money(),
    won: integer(),
    wonSum: money(),
    lost: integer(),
    lostSum: money(),
  },
  payments: { count: integer(), sum: money(), last: date(), since: integer() },
  debts: { toUs: money(), byUs: money() },
  /** What was sold to them. */
  bought: { sum: money(), product: namesOf('products'), group: namesOf('productGroups'), category: strings() },
  /** Events that were not called off, up to today; `next` is the day of the next one that is planned. */
  events: {
    count: integer(),
    calls: integer(),
    letters: integer(),
    meetings: integer(),
    last: date(),
    since: integer(),
    next: date(),
  },
} as const satisfies { readonly [P in FigurePart]: Fields }

/** Figures of what stands now, or is to come: no period says anything of them. */
const OF_NOW: readonly string[] = ['debts.toUs', 'debts.byUs', 'events.next']

/** Whether a figure can be of a period alone. */
export function takesPeriod(part: string, name: string): boolean {
  return Object.hasOwn(FIGURE_PARTS, part) && !OF_NOW.includes(`${part}.${name}`)
}
