import { STARTERS } from '../company/starter.ts'
import { doubtOfInn } from '../records/forms/inn.ts'

/** The steps from nothing to the first order, in their order. */
export const STEPS = ['company', 'money', 'features', 'people', 'process', 'goods', 'customers', 'order'] as const
export type StepId = (typeof STEPS)[number]

/** What of the company tells which steps are done. */
export interface Standing {
  /** INNs of the organisations that are not removed. */
  readonly inns: readonly (string | null)[]
  readonly zone: string | null
  readonly currency: string | null
  /** How many features somebody has switched. */
  readonly switched: number
  readonly people: number
  /** Ids of the kinds that are not removed. */
  readonly kinds: readonly string[]
  readonly products: number
  readonly customers: number
  readonly orders: number
}

const BEGUN_WITH: ReadonlySet<string> = new Set(STARTERS.ru.kinds.map(({ id }) => id))

/** Which steps are done, as the records say (SPEC FS1). */
export function doneSteps(standing: Standing): ReadonlySet<StepId> {
  const { inns, zone, currency, switched, people, kinds, products, customers, orders } = standing
  const isDone: Readonly<Record<StepId, boolean>> = {
    company: inns.some((inn) => inn !== null && doubtOfInn(inn) === null),
    money: Boolean(zone && currency),
    features: switched > 0,
    people: people > 1,
    // Whoever took an order had no need of another process.
    process: orders > 0 || kinds.some((id) => !BEGUN_WITH.has(id)),
    goods: products > 0,
    customers: customers > 0,
    order: orders > 0,
  }
  return new Set(STEPS.filter((step) => isDone[step]))
}

/** All steps are put aside, for whoever said so. */
export const ASIDE = 'all'

/** The steps that are still before one: neither done nor passed over; none once there is an order, or they were put aside. */
export function openSteps(done: ReadonlySet<StepId>, passed: readonly string[]): readonly StepId[] {
  return passed.includes(ASIDE) || done.has('order')
    ? []
    : STEPS.filter((step) => !done.has(step) && !passed.includes(step))
}
