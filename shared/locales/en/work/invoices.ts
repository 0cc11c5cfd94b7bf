import type { Words } from '../../words.ts'

/** Invoices for payment. */
export const invoices: Words['invoices'] = {
  numbered: 'Invoice No. {{number}} of {{date}}',
  noNumber: 'no number yet',
  one: 'Invoice for payment',
  menu: 'What to do with the invoice',
  make: 'Create invoice',
  made: 'The invoice is created',
  paidOf: '{{paid}} paid of {{total}}',
  removed: 'The invoice is removed',
  empty: 'There are no invoices yet',
  emptyText: 'An invoice is made in the card of an order: “Acts with the order”, “Create on this basis”.',
}
