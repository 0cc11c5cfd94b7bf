import * as Y from 'yjs'
import { customers } from '../../../shared/customers/collections.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { shelfId, shelves } from '../../../shared/documents/shelves.ts'
import { packDocument } from '../../../shared/records/packing/document.ts'
import type { Storage } from '../../../sync-server/storage/storage.ts'
import { kept, type Part } from '../support/kept.ts'
import { LocalCompany } from '../support/local-company.ts'
import { CUSTOMERS, customerId, MOVES, Quarter, REPLICAS, WRITES, writeSetup } from './history.ts'

export const QUARTERS = 20
const BENCH = 'bench'
/** The month in which the first begins; the last begins 19 quarters later. */
const FIRST = Date.UTC(2022, 0)
/** Orders are made within so many ms of a quarter's start. */
const SPAN = 50 * 24 * 3_600_000

/** Documents of the bench, ready to be stored. */
export interface Made {
  /** By the document's name without the company. */
  readonly states: ReadonlyMap<string, Uint8Array>
}

/** The same orders in both forms. */
export interface BothForms {
  /** Created, then 20 writes and 4 moves by three replicas. */
  readonly written: Made
  /** Each in one text. */
  readonly packed: Made
}

/** `perQuarter` orders in each of 20 quarters; in the last `late` one in two is open. No document names its company, so they fit any. */
export function makeOrders(perQuarter: number, late = 1): BothForms {
  const states = { written: new Map<string, Uint8Array>(common()), packed: new Map<string, Uint8Array>(common()) }
  for (const [part, state] of kept(`orders-${perQuarter}-${late}`, () => makeQuarters(perQuarter, late))) {
    const [form, ...rest] = part.split('/')
    states[form === 'packed' ? 'packed' : 'written'].set(rest.join('/'), state)
  }
  return { written: { states: states.written }, packed: { states: states.packed } }
}

/** The packed form alone, of orders that were written to less: a third of the time. */
export function makePacked(perQuarter: number, late: number): Made {
  const states = new Map<string, Uint8Array>(common())
  for (const [part, state] of kept(`packed-${perQuarter}-${late}`, () => makeQuarters(perQuarter, late, MOVES))) {
    if (part.startsWith('packed/')) states.set(part.slice('packed/'.length), state)
  }
  return { states }
}

/** The quarters by commands, in both forms: `packed/orders/common/2022q1`. */
function* makeQuarters(perQuarter: number, late: number, writes = WRITES): Iterable<Part> {
  for (let i = 0; i < QUARTERS; i++) {
    const rest = `orders/common/${quarterOf(startOf(i))}`
    const one = new LocalCompany(BENCH)
    writeSetup(one.replica(REPLICAS[0]))
    fill(new Quarter(one, writes), i, perQuarter, late)
    yield [`written/${rest}`, stateOf(one, rest)]
    yield [`packed/${rest}`, packedState(one, rest)]
  }
}

/** Puts documents into the storage of a data folder, with their shelves, so that the server has nothing to make up for. */
export async function store(storage: Storage, { states }: Made, perQuarter: number, late = 1): Promise<void> {
  const company = new LocalCompany(storage.company)
  const server = company.replica('server', Date.now, true)
  for (const [rest, state] of states) {
    const document = `${storage.company}/${rest}`
    const journal = await put(storage, document, state)
    const open = isLate(rest, late) ? perQuarter / 2 : 0
    server.act((tx) => tx.create(shelves, shelfId(document), { document, journal, open, changedAt: Date.now() }))
  }
  await put(storage, `${storage.company}/shelves`, stateOf(company, 'shelves'))
}

async function put(storage: Storage, document: string, update: Uint8Array): Promise<number> {
  const row = { document, user: 'bench', replica: 'bench', at: Date.now(), update, audit: [] }
  const [number = 0] = await storage.append({ rows: [row], numbers: [] }, () => [])
  return number
}

function isLate(rest: string, late: number): boolean {
  return Array.from({ length: late }, (_, i) => quarterOf(startOf(QUARTERS - 1 - i))).some((name) =>
    rest.endsWith(name),
  )
}

function fill(maker: Quarter, quarter: number, count: number, late: number): void {
  for (let i = 0; i < count; i++) {
    const at = Math.floor(startOf(quarter) + (SPAN * i) / count)
    maker.make(at, quarter * count + i, quarter < QUARTERS - late)
  }
}

/** Kinds, states and customers: what orders refer to. */
function common(): [string, Uint8Array][] {
  const company = new LocalCompany(BENCH)
  const replica = company.replica(REPLICAS[0])
  writeSetup(replica)
  replica.act((tx) => {
    for (let i = 0; i < CUSTOMERS; i++) tx.create(customers, customerId(i), { name: `Customer ${i}` })
  })
  return ['setup', 'customers/common'].map((rest) => [rest, stateOf(company, rest)])
}

function stateOf(company: LocalCompany, rest: string): Uint8Array {
  return Y.encodeStateAsUpdate(company.document(`${company.company}/${rest}`).doc)
}

/** As the server packs it. */
function packedState(company: LocalCompany, rest: string): Uint8Array {
  const packed = new Y.Doc()
  packDocument(company.document(`${company.company}/${rest}`).doc, packed, `${BENCH}1`)
  return Y.encodeStateAsUpdate(packed)
}

function startOf(quarter: number): number {
  const first = new Date(FIRST)
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3 * quarter)
}
