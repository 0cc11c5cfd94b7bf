import { type Accessor, createContext, createMemo, createSignal, type ParentProps, useContext } from 'solid-js'
import type { Plan } from '../../../shared/plans/collections.ts'
import { usualPlan } from '../../../shared/plans/fact/usual.ts'
import type { Period } from '../../../shared/plans/periods.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { PlanFactAnswer, PlanFactQuery } from '../../data/queries/plans/fact/query.ts'
import { createCurrency } from '../../records/company.ts'
import { createToday } from '../../records/today.ts'
import { type HeldRow, heldRows } from './view/rows.ts'
import { createView, type ViewApi } from './view/view.ts'
import { type FactWords, useFactWords } from './view/words.ts'

/** A figure whose lines are looked at. */
export interface Figure {
  readonly of: 'fact' | 'ahead'
  readonly row: HeldRow
  readonly periods: readonly [from: number, until: number]
}

export interface PlanFactApi extends ViewApi {
  /** All plans that are not removed; undefined until they are here. */
  readonly plans: Accessor<readonly Plan[] | undefined>
  readonly answer: Accessor<PlanFactAnswer | undefined>
  readonly rows: Accessor<readonly HeldRow[]>
  readonly words: FactWords
  readonly currency: Accessor<string>
  readonly figure: Accessor<Figure | null>
  readonly look: (figure: Figure | null) => void
  /** What periods from one to another are called. */
  readonly span: (periods: readonly [from: number, until: number]) => string
}

const Context = createContext<PlanFactApi>()

/** What the parts of the screen share. */
export function PlanFactProvider(props: ParentProps) {
  const { plans, usual } = createPlans()
  const { view, change } = createView(usual)
  const currency = createCurrency()
  const words = useFactWords(currency)
  const [figure, look] = createSignal<Figure | null>(null)
  const asked = createMemo(() => JSON.stringify([view().plans, view().months]))
  const query = createMemo((): PlanFactQuery | null => {
    const [plans, months] = JSON.parse(asked())
    return plans.length === 0 ? null : { what: 'planFact', plans, months }
  })
  const live = createQuery(query)
  const answer = () => (query() === null ? undefined : live.whole())
  const rows = createMemo(() => {
    const present = answer()
    return present ? heldRows(present, view().measure, view().mode) : []
  })
  const span = ([from, until]: readonly [number, number]) => {
    const [first, last] = [answer()?.periods[from], answer()?.periods[until]]
    if (!first || !last) return ''
    return from === until ? words.period(first) : words.days({ from: first.from, until: last.until } as Period)
  }
  const api = { view, change, plans, answer, rows, words, currency, figure, look, span }
  return <Context.Provider value={api}>{props.children}</Context.Provider>
}

/** All plans, and the one that is looked at where none is named. */
function createPlans() {
  const today = createToday()
  const every = createQuery(() => ({ what: 'all', collection: 'plans' }) as const)
  // The worker reads rows by the same declaration.
  const plans = () => (every()?.rows as unknown as readonly Plan[] | undefined)?.filter(({ gone }) => !gone)
  const usual = () => {
    const plan = usualPlan(plans() ?? [], today())
    return plan ? [plan.id] : []
  }
  return { plans, usual }
}

export function usePlanFact(): PlanFactApi {
  const api = useContext(Context)
  if (!api) throw new Error('usePlanFact outside of PlanFactProvider')
  return api
}
