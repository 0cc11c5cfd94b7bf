import * as Y from 'yjs'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { packDocument } from '../../../shared/records/packing/document.ts'
import type { Made } from '../open/data-folder.ts'
import { writeSetup } from '../open/history.ts'
import { EVENTS, ORDERS, QUARTERS, type SearchedRow, searchedDocuments } from '../search/company.ts'
import { LocalCompany } from '../support/local-company.ts'

/** Of the customer whose timeline is looked at. */
export const OF_ONE = 5_000
const EACH = EVENTS / OF_ONE
const HOUR = 3_600_000
const BENCH = 'bench'

/** The company that the search is measured on, as documents; and the customer with many events. */
export function madeFull(): { readonly made: Made; readonly customer: string } {
  const states = new Map<string, Uint8Array>([['setup', setup()]])
  let customer = ''
  for (const { shelved, row } of searchedDocuments()) {
    for (const { collection, ids } of shelved) {
      if (collection === 'customers') customer = ids[0] ?? ''
      const rows = ids.map((id, n) => valuesOf(collection, row(collection, id), n, customer))
      const [name, state] = packed(collection as 'orders', rows)
      states.set(name, state)
    }
  }
  return { made: { states }, customer }
}

function valuesOf(collection: string, { id, ...row }: SearchedRow, n: number, customer: string): SearchedRow {
  const values = { ...row, ...listsOf(row) }
  if (collection === 'orders') {
    const { draft: _d, number: _n, ...rest } = values as SearchedRow
    const moves = { a: { kind: 'shop', state: 'measure', at: timeOf(id), follows: [] } }
    return { ...rest, id, sort: 'customer', posted: true, date: timeOf(id), moves }
  }
  if (collection !== 'events') return { ...values, id }
  const { address: _, ...rest } = values as SearchedRow
  const start = timeOf(id) + (n * HOUR) / 5
  const about = n % EACH === 0 ? { customer } : {}
  return { ...rest, id, kind: 'call', state: 'done', start, end: start + HOUR, ...about }
}

/** Entries of lists stand by their ids in a draft. */
function listsOf(row: object): object {
  const lists = Object.entries(row).filter(([, value]) => Array.isArray(value))
  return Object.fromEntries(
    lists.map(([name, entries]) => [
      name,
      Object.fromEntries((entries as { id: string }[]).map(({ id, ...values }) => [id, values])),
    ]),
  )
}

/** When an id was made, ms. */
function timeOf(id: string): number {
  return Number.parseInt(id.split('-').slice(1, 3).join(''), 16)
}

function packed(name: 'orders', rows: readonly SearchedRow[]): [string, Uint8Array] {
  const collection = COLLECTIONS[name]
  const document = documentOf(BENCH, collection.family, rows[0]?.id ?? '')
  const company = new LocalCompany(BENCH)
  company.replica('BENCHA').act((tx) => {
    // The rows are those of the collection whose name came with them.
    for (const { id, ...values } of rows)
      tx.create(collection, id, values as Parameters<typeof tx.create<typeof collection>>[2])
  })
  const doc = new Y.Doc()
  packDocument(company.document(document).doc, doc, `${BENCH}1`)
  return [document.slice(BENCH.length + 1), Y.encodeStateAsUpdate(doc)]
}

function setup(): Uint8Array {
  const company = new LocalCompany(BENCH)
  writeSetup(company.replica('BENCHA'))
  return Y.encodeStateAsUpdate(company.document(`${BENCH}/setup`).doc)
}

export const ABOUT_RECORDS = `${ORDERS} orders with lines and notes, 20000 customers, ${EVENTS} events in ${QUARTERS} quarters`
