import { collection, type Row } from '../records/declarations/collection.ts'
import { choice, date, inn, instant, integer, kpp, money, ogrn, text } from '../records/declarations/fields.ts'

/** How a company stands in the state's register. */
export const REGISTER_STATES = ['acting', 'reorganizing', 'liquidating', 'liquidated', 'bankrupt'] as const

/**
 * Why a service was asked in vain. `slow`: it did not answer in time; `keyRefused`; `overQuota`: no more today; `tooOften`: no more at
 * this moment; `notUnderstood`: its answer is not of its form; `noService`: none is set up.
 */
export const FINDING_TROUBLES = [
  'unreachable',
  'slow',
  'keyRefused',
  'overQuota',
  'tooOften',
  'notUnderstood',
  'noService',
] as const

/**
 * «Риски контрагентов»: what an outside service said of a company last. Ids are derived of the INN (counterparty-id.ts); what it said
 * earlier is the record's history. Agents write it.
 */
export const counterparties = collection('counterparties', {
  version: 1,
  family: 'customers',
  fields: {
    inn: inn(),
    kpp: kpp(),
    ogrn: ogrn(),
    name: text(),
    fullName: text(),
    address: text(),
    head: text(),
    headPost: text(),
    state: choice(REGISTER_STATES),
    registered: date(),
    ended: date(),
    /** Minor units of roubles. */
    capital: money(),
    /** Main activity: its code (ОКВЭД) and words. */
    activity: text(),
    branches: integer(),
    /** Which service said so, as people call it. */
    source: text(),
    /** When it said so; of what day its own data are. */
    checked: instant(),
    actual: date(),
    /** When it was asked in vain after that, and why; `unknownInn`: the service was reached, and knows no such INN. */
    failed: instant(),
    trouble: choice([...FINDING_TROUBLES, 'unknownInn']),
  },
})

export type Counterparty = Row<typeof counterparties>
