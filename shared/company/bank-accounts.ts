import { list } from '../records/declarations/collection.ts'
import { bankAccount, bik, correspondent, place, text } from '../records/declarations/fields.ts'

/** «Банковские счета» of whoever has some: the first one is meant where none is named. */
export const bankAccounts = list({
  bik: bik(),
  account: bankAccount(),
  bank: text(),
  correspondent: correspondent(),
  place: place(),
})
