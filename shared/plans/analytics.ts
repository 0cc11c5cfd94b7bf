import type { CollectionName } from '../collections.ts'
import type { Dimension } from '../reports/ask.ts'
import type { Analytic } from './collections.ts'

/** The collection whose records the rows of an analytic are about; null: a category is a text of products. */
export const COLLECTION_OF: Readonly<Record<Analytic, CollectionName | null>> = {
  byCategory: null,
  byProductGroup: 'productGroups',
  byManager: 'people',
  byDepartment: 'departments',
  byCustomer: 'customers',
  byProduct: 'products',
}

/** By which dimension reports tell the facts that a row is held against. */
export const DIMENSION_OF = {
  byCategory: 'category',
  byProductGroup: 'productGroup',
  byManager: 'manager',
  byDepartment: 'department',
  byCustomer: 'customer',
  byProduct: 'product',
} as const satisfies Readonly<Record<Analytic, Dimension>>
