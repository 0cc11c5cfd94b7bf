import { type Accessor, createMemo, createSignal } from 'solid-js'
import { departments, people } from '../../../../shared/company/collections.ts'
import { productGroups, products } from '../../../../shared/goods/collections.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import type { Analytic } from '../../../../shared/plans/collections.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { createFound } from '../../../records/card/found.ts'
import type { Option } from '../../../ui/inputs/choice/option.tsx'

/** What rows may be about. */
export interface Choosing {
  readonly options: Accessor<readonly Option[]>
  /** Of what are too many to offer all: narrows the options to what is typed. */
  readonly search?: (text: string) => void
}

/** What rows of an analytic may be about, by name. */
export function createAnalyticOptions(by: Analytic): Choosing {
  if (by === 'byCustomer') return createCustomers()
  if (by === 'byCategory') return createCategories()
  const named = { byManager: people, byDepartment: departments, byProductGroup: productGroups, byProduct: products }[by]
  const rows = createAll(named as typeof people)
  return { options: createMemo(() => byName(rows().map(({ id, name }) => ({ value: id, label: name ?? '' })))) }
}

function createCategories(): Choosing {
  const goods = createAll(products)
  const names = createMemo(() => new Set(goods().flatMap(({ category }) => (category ? [category] : []))))
  return { options: createMemo(() => byName(Array.from(names(), (name) => ({ value: name, label: name })))) }
}

function createCustomers(): Choosing {
  const [text, setText] = createSignal('')
  const sort = [{ field: 'name', down: false }]
  const found = createFound(() => ({ collection: 'customers', filter: [], search: text(), sort }) as const)
  const options = () => found.rows().map(({ id, name }) => ({ value: id, label: String(name ?? '') }))
  return { options, search: setText }
}

function byName(options: readonly Option[]): readonly Option[] {
  return sortedByName(options, ({ label }) => label)
}
