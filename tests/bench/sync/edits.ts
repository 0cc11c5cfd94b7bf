import { COMMON } from '../../../shared/documents/families.ts'
import { kinds, states } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { LocalReplica } from '../support/local-company.ts'
import { LocalCompany } from '../support/local-company.ts'

const ORDERS = 100
const FIELDS = ['note', 'source', 'contact'] as const
const QUARTER_MS = 92 * 24 * 3_600_000
const FIRST_QUARTER = Date.UTC(2001, 1, 15)

/** One key and text put into the map of orders: what a command writes. */
export interface Edit {
  readonly key: string
  readonly text: string
}

/** What one measurement writes into one document. */
export interface Script {
  /** The document's name without the company: each number has a document of its own. */
  readonly document: string
  /** The orders as created, by the first client. */
  readonly seed: readonly Edit[]
  /** By client, in order. */
  readonly edits: readonly (readonly Edit[])[]
}

/**
 * The writes of clients that edit the fields of some orders in turns. They are made by commands beforehand, so that in the
 * measurement each side puts the same texts into its maps, and nothing else is measured.
 */
export function makeScript(number: number, replicas: readonly string[], perClient: number): Script {
  const company = new LocalCompany('bench')
  const clients = replicas.map((name) => company.replica(name))
  const at = FIRST_QUARTER + number * QUARTER_MS
  const ids = Array.from({ length: ORDERS }, () => newId(COMMON, at))
  const [first] = clients
  if (!first) throw new RangeError('There is no client')
  first.act((tx) => {
    tx.create(states, 'new', { name: 'new', hue: 100 })
    tx.create(kinds, 'kitchens', { name: 'Kitchens', sort: 'customer', states: { new: { place: 'a0' } } })
  })
  const seed = ids.map((id) => create(company, first, id))
  const edits: Edit[][] = clients.map(() => [])
  for (let turn = 0; turn < perClient; turn++) {
    for (const [i, client] of clients.entries()) {
      const [id = '', field = 'note'] = [ids[(i * 5 + turn) % ORDERS], FIELDS[turn % FIELDS.length]]
      const value = `${field} ${turn} of client ${i}, as somebody writes it on the telephone`
      const written = client.run('setOrder', { id, fields: { [field]: value } })
      edits[i]?.push(...textsOf(company, written))
    }
  }
  const name = [...company.documents.keys()].find((one) => one.startsWith('bench/orders/')) ?? ''
  return { document: name.slice('bench/'.length), seed, edits }
}

function create(company: LocalCompany, client: LocalReplica, id: string): Edit {
  const written = client.run('createOrder', {
    id,
    fields: { sort: 'customer', note: 'a kitchen' },
    lines: [
      { text: 'table', quantity: 1000, price: 500_000 },
      { text: 'delivery', quantity: 1000, price: 30_000 },
    ],
    start: { kind: 'kitchens', state: 'new' },
  })
  const [edit] = textsOf(company, written)
  if (!edit) throw new RangeError(`The order ${id} was not made`)
  return edit
}

function textsOf(company: LocalCompany, written: ReturnType<LocalReplica['run']>): Edit[] {
  return written.map(({ document, collection, key }) => ({
    key,
    text: String(company.document(document).doc.getMap(collection).get(key)),
  }))
}
