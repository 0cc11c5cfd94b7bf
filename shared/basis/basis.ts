/** Collections whose records others are made from. */
export const BASES = [
  'orders',
  'customers',
  'invoices',
  'events',
  'jobs',
  'calendarRecords',
  'letters',
  'calls',
] as const

export type BasisCollection = (typeof BASES)[number]

/** What a record was made from: an order, event, job or record of the calendar names it in its field `basis`. */
export interface Basis {
  readonly collection: BasisCollection
  readonly id: string
}

/** The text that is kept of a basis, and of what anything is about: `<collection>/<id>`. */
export function formatBasis({ collection, id }: Basis): string {
  return `${collection}/${id}`
}

/** Reads a basis; null for text of another form, as newer programs may write. */
export function parseBasis(text: string | null): Basis | null {
  const [name, id = '', more] = (text ?? '').split('/')
  const collection = BASES.find((one) => one === name)
  return collection && id !== '' && more === undefined ? { collection, id } : null
}
