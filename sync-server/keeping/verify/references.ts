import type { CollectionName } from '../../../shared/collections.ts'
import { type CustomField, ownerOf } from '../../../shared/custom/declared.ts'
import { readAs } from '../../../shared/custom/reading.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import type { Collection, Fields } from '../../../shared/records/declarations/collection.ts'
import type { Json, JsonObject } from '../../../shared/records/declarations/value.ts'
import type { RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { Problem } from './problem.ts'

/** A reference to a record: `<collection> <id>`, and where it stands. */
interface Reference {
  readonly target: string
  readonly record: string
  readonly field: string
}

type Entries = readonly (JsonObject & { readonly id: string })[]

/** What the program itself declares, and nobody keeps as a record. */
const PREDEFINED: ReadonlySet<string> = new Set([`states ${COMPLETED}`])

/**
 * All records that there are, and what is referred to in which document. Who refers to it is not kept, since that is many times more than
 * there are records: where something is missing its documents are read again (`leadingTo`).
 */
export class References {
  readonly #added: readonly CustomField[]
  readonly #records = new Set<string>()
  /** What was written to, and has not arrived itself. */
  readonly #awaited = new Set<string>()
  readonly #wanted = new Map<string, Set<string>>()

  /** `added`: the fields that the company added. */
  constructor(added: readonly CustomField[]) {
    this.#added = added
  }

  /** Takes in a collection of a document; gives how many records that were. */
  take(document: string, set: RecordSet<Collection>): number {
    let count = 0
    for (const id of set.ids()) {
      const isHere = set.get(id) !== null
      if (isHere) count++
      const records = isHere ? this.#records : this.#awaited
      records.add(`${set.collection.name} ${id}`)
    }
    for (const { target } of referencesIn(set, this.#added)) {
      const documents = this.#wanted.get(target) ?? new Set()
      this.#wanted.set(target, documents.add(document))
    }
    return count
  }

  /** Whether a document knows anything of a record. */
  knows(collection: string, id: string): boolean {
    const record = `${collection} ${id}`
    return this.#records.has(record) || this.#awaited.has(record)
  }

  /** What is referred to and is not there, by document; removed records are there. */
  missing(): Map<string, Set<string>> {
    const byDocument = new Map<string, Set<string>>()
    for (const [target, documents] of this.#wanted) {
      if (this.#records.has(target) || PREDEFINED.has(target)) continue
      for (const document of documents)
        byDocument.set(document, (byDocument.get(document) ?? new Set<string>()).add(target))
    }
    return byDocument
  }

  /** The references in a collection of a document that lead to one of the targets. */
  leadingTo(targets: ReadonlySet<string>, document: string, set: RecordSet<Collection>): Problem[] {
    const { name: collection } = set.collection
    const astray = [...referencesIn(set, this.#added)].filter(({ target }) => targets.has(target))
    return astray.map(({ record, field }) => ({ what: 'reference', document, collection, record, field }))
  }
}

function* referencesIn(set: RecordSet<Collection>, added: readonly CustomField[]): Generator<Reference> {
  const { name, fields, lists } = set.collection
  const own = added.filter(({ of, isGone }) => !isGone && of === ownerOf(name as CollectionName))
  for (const row of set.rows()) {
    const values = row as unknown as JsonObject
    yield* referencesOf(fields, values, row.id, '')
    yield* addedReferences(own, values, row.id)
    for (const [list, declared] of Object.entries(lists)) {
      for (const entry of (values[list] ?? []) as Entries)
        yield* referencesOf(declared.fields, entry, row.id, `${list}/${entry.id}/`)
    }
  }
}

function* addedReferences(own: readonly CustomField[], values: JsonObject, record: string): Generator<Reference> {
  const read = own.map(({ name, field }) => [name, readAs(field, values[name])] as const)
  yield* referencesOf(
    Object.fromEntries(own.map(({ name, field }) => [name, field])),
    Object.fromEntries(read),
    record,
    '',
  )
}

function* referencesOf(
  fields: Fields,
  values: { readonly [name: string]: Json },
  record: string,
  place: string,
): Generator<Reference> {
  for (const [name, { type, to }] of Object.entries(fields)) {
    const id = values[name]
    if (type === 'reference' && to !== undefined && typeof id === 'string' && id !== '')
      yield { target: `${to} ${id}`, record, field: place + name }
  }
}
