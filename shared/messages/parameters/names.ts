import type { Words } from '../../locales/index.ts'

/** What every order has, and what readers of mailings have, in the order in which it is offered; what each is called stands in the dictionaries. */
export const PLAIN_PARAMETERS = [
  'number',
  'date',
  'salutation',
  'customer',
  'contact',
  'contactPost',
  'kind',
  'state',
  'completion',
  'reason',
  'total',
  'unpaid',
  'currency',
  'goods',
  'shipment',
  'deliveryAddress',
  'performers',
  'project',
  'organisation',
  'organisationPhone',
  'organisationEmail',
  'organisationAddress',
  'department',
  'responsible',
  'responsibleEmail',
  'note',
  'unsubscribe',
] as const satisfies readonly (keyof Words['parameters']['names'])[]

export type PlainParameter = (typeof PLAIN_PARAMETERS)[number]

/** What stands before the name of a field that the company added to its customers. */
export const OF_CUSTOMERS = 'customer:'
