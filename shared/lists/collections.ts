import { collection, type Row } from '../records/declarations/collection.ts'
import { text } from '../records/declarations/fields.ts'

/** A way to look at a list, under a name: a list's view in its written form (view.ts). */
const fields = {
  /** The list that it is of: `orders/work`, `customers`. */
  list: text({ required: true }),
  name: text({ required: true }),
  filter: text(),
  search: text(),
  sort: text(),
  group: text(),
  columns: text(),
}

/** «Общие представления»: everybody has them. */
export const views = collection('views', { version: 1, family: 'views', fields })

/** «Мои представления»: a person's own; ids are `<user>_<id>`. */
export const ownViews = collection('ownViews', { version: 1, family: 'users', fields })

export type KeptView = Row<typeof views>
