import type { CollectionName } from '../collections.ts'

/** The collections whose names the keys of dimensions have. */
export const NAMED_BY: { readonly [dimension: string]: CollectionName } = {
  product: 'products',
  productGroup: 'productGroups',
  customer: 'customers',
  segment: 'segments',
  manager: 'people',
  phone: 'phones',
  department: 'departments',
  organisation: 'organisations',
  project: 'projects',
  kind: 'kinds',
  state: 'states',
  reason: 'reasons',
  order: 'orders',
}
