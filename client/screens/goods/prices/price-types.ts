import { type Accessor, createMemo } from 'solid-js'
import { type PriceType, priceTypes } from '../../../../shared/goods/collections.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'

/** The types of price that can be chosen, by their names. */
export interface PriceTypes {
  readonly all: Accessor<readonly PriceType[]>
  readonly options: Accessor<readonly { readonly value: string; readonly label: string }[]>
  /** ISO 4217, of a type; null is the product's own price. */
  readonly currencyOf: (type: string | null) => string
}

export function createPriceTypes(): PriceTypes {
  const types = createAll(priceTypes)
  const own = createCurrency()
  const options = createMemo(() => types().map(({ id, name }) => ({ value: id, label: name ?? '' })))
  return { all: types, options, currencyOf: (type) => types().find(({ id }) => id === type)?.currency ?? own() }
}
