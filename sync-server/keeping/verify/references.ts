import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import type { Collection, Fields } from '../../../shared/records/declarations/collection.ts'
import type { Json, JsonObject } from '../../../shared/records/declarations/value.ts'
import type { RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { Problem } from './problem.ts'

interface Reference {
  readonly to: string
  readonly id: string
  readonly from: Problem
}

/** What the program itself declares, and nobody keeps as a record. */
const PREDEFINED: ReadonlySet<string> = new Set([`states ${COMPLETED}`])

/** All records that there are, and all references to records. */
export class References {
  readonly #records = new Set<string>()
  readonly #references: Reference[] = []

  /** Takes in a collection of a document; gives how many records that were. */
  take(document: string, set: RecordSet<Collection>): number {
    const { name, fields, lists } = set.collection
    let count = 0
    for (const row of set.rows()) {
      count++
      this.#records.add(`${name} ${row.id}`)
      const from = { what: 'reference', document, collection: name, record: row.id } as const
      this.#takeFields(fields, row as unknown as JsonObject, (field) => ({ ...from, field }))
      for (const [list, declared] of Object.entries(lists)) {
        const entries =
          (row as unknown as Record<string, readonly (JsonObject & { readonly id: string })[]>)[list] ?? []
        for (const entry of entries)
          this.#takeFields(declared.fields, entry, (field) => ({ ...from, field: `${list}/${entry.id}/${field}` }))
      }
    }
    return count
  }

  /** References to records that there are not, removed ones included among those that there are. */
  broken(): Problem[] {
    const isThere = (one: string) => this.#records.has(one) || PREDEFINED.has(one)
    return this.#references.filter(({ to, id }) => !isThere(`${to} ${id}`)).map(({ from }) => from)
  }

  #takeFields(fields: Fields, values: { readonly [name: string]: Json }, from: (field: string) => Problem): void {
    for (const [name, { type, to }] of Object.entries(fields)) {
      const id = values[name]
      if (type === 'reference' && to !== undefined && typeof id === 'string' && id !== '')
        this.#references.push({ to, id, from: from(name) })
    }
  }
}
