import { collection } from '../records/declarations/collection.ts'
import { date, instant, integer, text } from '../records/declarations/fields.ts'

/**
 * What documents there are, which of them have open orders, and how far each has come: from it a device learns what
 * it lacks. Written by the server; a record's id is the document's name (`shelfId`). Personal documents have none.
 */
export const shelves = collection('shelves', {
  version: 1,
  family: 'shelves',
  fields: {
    /** The document's name. */
    document: text({ server: true }),
    /** The number of the document's last update in the server's journal. */
    journal: integer({ server: true }),
    /** How many orders in it are neither completed nor removed. */
    open: integer({ server: true }),
    /** The days of its first and last order, in the company's zone. */
    from: date({ server: true }),
    to: date({ server: true }),
    changedAt: instant({ server: true }),
  },
})

/** The id of a document's shelf: its name without the company, `/` as `_-` and `_` as `__`. */
export function shelfId(document: string): string {
  const [, ...rest] = document.split('/')
  return rest.join('/').replaceAll('_', '__').replaceAll('/', '_-')
}

/** The document that a shelf speaks of. */
export function documentOfShelf(company: string, id: string): string {
  return `${company}/${id.replaceAll(/__|_-/g, (two) => (two === '__' ? '_' : '/'))}`
}
