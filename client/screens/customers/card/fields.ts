import type { Customer } from '../../../../shared/customers/collections.ts'

/** Fields of the form. */
export const FORM = [
  'name',
  'type',
  'fullName',
  'inn',
  'kpp',
  'ogrn',
  'phone',
  'email',
  'address',
  'segment',
  'source',
  'tags',
  'responsible',
  'note',
] as const satisfies readonly (keyof Customer)[]

/** What a person has no use for: it is shown of one where something stands in it all the same. */
const OF_COMPANIES: readonly (keyof Customer)[] = ['fullName', 'kpp', 'ogrn']

/** The fields that the form of a customer shows; null: one that is still to be made. */
export function fieldsOf(customer: Customer | null): readonly string[] {
  if (customer?.type !== 'person') return FORM
  return FORM.filter((name) => !OF_COMPANIES.includes(name) || Boolean(customer[name]))
}
