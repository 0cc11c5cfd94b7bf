import { collection } from '../records/declarations/collection.ts'
import { text, unread } from '../records/declarations/fields.ts'

/** «Соответствия столбцов»: how a person had a table's columns go last time (layout/remembered.ts); ids are `<user>_<columns>`. */
export const mappings = collection('mappings', {
  version: 1,
  family: 'users',
  fields: { columns: text({ required: true }), layout: unread({ required: true }) },
})
