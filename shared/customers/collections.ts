import { collection } from '../records/declarations/collection.ts'
import { choice, email, inn, note, phone, reference, text } from '../records/declarations/fields.ts'

/** «Покупатели»: companies and persons. */
export const customers = collection('customers', {
  version: 1,
  family: 'customers',
  fields: {
    name: text({ required: true }),
    type: choice(['company', 'person']),
    inn: inn(),
    phone: phone(),
    email: email(),
    address: text(),
    segment: text(),
    responsible: reference('people'),
    note: note(),
  },
})
