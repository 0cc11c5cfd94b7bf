import { type Accessor, createMemo } from 'solid-js'
import { COMPANY, company, organisations, people } from '../../../shared/company/collections.ts'
import { features } from '../../../shared/features/collections.ts'
import { ASIDE, doneSteps, openSteps, type StepId } from '../../../shared/first-steps/steps.ts'
import { kinds } from '../../../shared/orders/collections.ts'
import { createAll, createQuery, createRecord } from '../../data/page/solid.tsx'
import { useActs } from '../acts/use-acts.ts'
import { useOwnSettings } from '../own-settings.ts'
import { useMayWrite } from '../rights.ts'

/** The first steps of the company, and what whoever looks does about them. */
export interface FirstSteps {
  /** Undefined until the records are here. */
  readonly done: Accessor<ReadonlySet<StepId> | undefined>
  readonly open: Accessor<readonly StepId[]>
  readonly isPassed: (step: StepId) => boolean
  readonly isAside: Accessor<boolean>
  readonly pass: (step: StepId) => void
  readonly putAside: () => void
  /** Takes all of them up again. */
  readonly takeUp: () => void
}

/** Follows the first steps; without the right to set the company up there are none. */
export function createFirstSteps(): FirstSteps {
  const acts = useActs()
  const own = useOwnSettings()
  const mayWrite = useMayWrite('company')
  const done = createDone()
  const passed = () => own.row()?.firstSteps ?? []
  const keep = (firstSteps: string[]) => void acts.attempt(() => own.save({ firstSteps }))
  return {
    done,
    open: createMemo(() => {
      const known = done()
      return known && mayWrite && own.isKnown() ? openSteps(known, passed()) : []
    }),
    isPassed: (step) => passed().includes(step),
    isAside: () => passed().includes(ASIDE),
    pass: (step) => keep([...new Set([...passed(), step])]),
    putAside: () => keep([...new Set([...passed(), ASIDE])]),
    takeUp: () => keep([]),
  }
}

function createDone(): Accessor<ReadonlySet<StepId> | undefined> {
  const record = createRecord(company, () => COMPANY)
  const all = {
    ...{ organisations: createAll(organisations), people: createAll(people) },
    ...{ kinds: createAll(kinds), features: createAll(features) },
  }
  const counts = {
    products: createCount('products'),
    customers: createCount('customers'),
    orders: createCount('orders'),
  }
  return createMemo(() => {
    const row = record()?.row
    const [products, customers, orders] = [counts.products(), counts.customers(), counts.orders()]
    if (!row || products === undefined || customers === undefined || orders === undefined) return undefined
    return doneSteps({
      ...{ zone: row.zone, currency: row.currency, products, customers, orders },
      inns: all.organisations().map(({ inn }) => inn),
      switched: all.features().length,
      people: all.people().length,
      kinds: all.kinds().map(({ id }) => id),
    })
  })
}

/** How many records there are; undefined until that is known. */
function createCount(collection: 'products' | 'customers' | 'orders'): Accessor<number | undefined> {
  const answer = createQuery(
    () => ({ what: 'list', collection, filter: [], search: '', sort: [], group: [], from: 0, to: 1 }) as const,
  )
  return () => answer()?.count
}
