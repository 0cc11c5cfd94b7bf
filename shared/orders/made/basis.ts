/** Collections whose records an order can be made from. */
const BASES = ['orders', 'customers', 'invoices'] as const

/** What a document was made from. */
export interface Basis {
  readonly collection: (typeof BASES)[number]
  readonly id: string
}

/** The text that is kept of a basis. */
export function formatBasis({ collection, id }: Basis): string {
  return `${collection}/${id}`
}

/** Reads a basis; null for text of another form, as newer programs may write. */
export function parseBasis(text: string | null): Basis | null {
  const [name, id = '', more] = (text ?? '').split('/')
  const collection = BASES.find((one) => one === name)
  return collection && id !== '' && more === undefined ? { collection, id } : null
}
