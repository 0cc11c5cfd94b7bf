import { COMMON } from '../../../shared/documents/families.ts'
import { kinds, states } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { LocalReplica } from '../support/local-company.ts'
import { LocalCompany } from '../support/local-company.ts'

const FIELDS = ['note', 'source', 'contact'] as const

/** One key and text put into the map of orders: what a command writes. */
export interface Edit {
  readonly key: string
  readonly text: string
}

/** Who edits what. */
export interface Editing {
  /** Of the clients, one each. */
  readonly replicas: readonly string[]
  readonly perClient: number
  /** How many orders there are, of the quarter of this time (ms). */
  readonly orders: number
  readonly at: number
  /** So many orders are a client's own to edit, one after the other; where not all, those of two clients overlap. */
  readonly reach?: number
}

/** What one measurement writes into one document. */
export interface Script {
  /** The document's name without the company: that of the quarter. */
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
export function makeScript({ replicas, perClient, orders, at, reach = orders }: Editing): Script {
  const company = new LocalCompany('bench')
  const clients = replicas.map((name) => company.replica(name))
  const apart = Math.floor(orders / replicas.length)
  const ids = Array.from({ length: orders }, () => newId(COMMON, at))
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
      const [id = '', field = 'note'] = [ids[(i * apart + (turn % reach)) % orders], FIELDS[turn % FIELDS.length]]
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
