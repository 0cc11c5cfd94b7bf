import * as Y from 'yjs'
import { customers } from '../../../shared/customers/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { idInKey, parseKey } from '../../../shared/records/keys/key.ts'
import { packDocument } from '../../../shared/records/packing/document.ts'
import { CUSTOMERS, customerId, Quarter, REPLICAS, writeSetup } from '../open/history.ts'
import { kept, type Part } from '../support/kept.ts'
import { LocalCompany } from '../support/local-company.ts'

const BENCH = 'bench'
const CLIENTS: readonly string[] = REPLICAS
/** Orders are made within so many ms of a quarter's start. */
const SPAN = 50 * 24 * 3_600_000
/** When the quarter began that all others are made of. */
const BEGAN = Date.UTC(2026, 9)

/** What all documents of the bench are made of. */
export interface Sources {
  readonly setup: Y.Doc
  readonly customers: Y.Doc
  /** Its orders are completed. */
  readonly old: Y.Doc
  /** One in two of its orders is open. */
  readonly late: Y.Doc
}

/** Two quarters of so many orders, by commands: each order created, then 20 writes and 4 moves by three replicas. */
export function makeSources(perQuarter: number): Sources {
  const read = new Map(kept(`quarters-${perQuarter}`, () => makeParts(perQuarter)))
  const [setup, customers, old, late] = ['setup', 'customers', 'old', 'late'].map((name) => docOf(read.get(name)))
  if (!setup || !customers || !old || !late) throw new Error('What the bench is made of is not whole')
  return { setup, customers, old, late }
}

function* makeParts(perQuarter: number): Iterable<Part> {
  const common = new LocalCompany(BENCH)
  const replica = common.replica(REPLICAS[0])
  writeSetup(replica)
  replica.act((tx) => {
    for (let i = 0; i < CUSTOMERS; i++) tx.create(customers, customerId(i), { name: `Customer ${i}` })
  })
  yield ['setup', stateOf(common, 'setup')]
  yield ['customers', stateOf(common, 'customers/common')]
  for (const isOld of [true, false]) {
    const one = new LocalCompany(BENCH)
    writeSetup(one.replica(REPLICAS[0]))
    const maker = new Quarter(one)
    for (let i = 0; i < perQuarter; i++) maker.make(Math.floor(BEGAN + (SPAN * i) / perQuarter), i, isOld)
    yield [isOld ? 'old' : 'late', stateOf(one, 'orders/common/2026Q4')]
  }
}

function stateOf(company: LocalCompany, rest: string): Uint8Array {
  return Y.encodeStateAsUpdate(company.document(`${company.company}/${rest}`).doc)
}

function docOf(state: Uint8Array | undefined): Y.Doc {
  const doc = new Y.Doc()
  if (state) Y.applyUpdate(doc, state)
  return doc
}

/**
 * The same orders in another quarter, `times` of them for each: with ids of their own, their writes under the names of the replicas that made
 * them. Their texts, and the times in them, stay.
 */
export function derived(source: Y.Doc, began: number, times = 1): Y.Doc {
  const into = new Y.Doc()
  into.transact(() => {
    for (let time = 0; time < times; time++) {
      for (const [key, text] of source.getMap('orders').entries()) {
        const id = idInKey(key)
        into.clientID = 1 + CLIENTS.indexOf(parseKey(key)?.replica ?? '')
        into.getMap('orders').set(movedId(id, began - BEGAN + time) + key.slice(id.length), text)
      }
    }
  })
  return into
}

/** The id of the same record, made so many ms later. */
function movedId(id: string, ms: number): string {
  const parts = parseId(id)
  if (!parts) throw new RangeError(`${id} is no id with a time`)
  const time = (parts.time + ms).toString(16).padStart(12, '0')
  const head = `${parts.circle}-${time.slice(0, 8)}-${time.slice(8)}`
  return head + id.slice(head.length)
}

/** As the server packs it. */
export function packedOf(doc: Y.Doc, generation: string): Y.Doc {
  const packed = new Y.Doc()
  packDocument(doc, packed, generation)
  return packed
}
