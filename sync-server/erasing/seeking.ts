import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { COLLECTIONS } from '../../shared/collections.ts'
import { customFields } from '../../shared/custom/collections.ts'
import { customers } from '../../shared/customers/collections.ts'
import { followed } from '../../shared/customers/merging/followed.ts'
import { parseDocument } from '../../shared/documents/documents.ts'
import { Finding, type Found } from '../../shared/erasures/finding.ts'
import type { Naming } from '../../shared/erasures/mentions.ts'
import type { Person } from '../../shared/erasures/person.ts'
import { personalOf } from '../../shared/erasures/personal.ts'
import { type AnyRow, isPerson, keysOf, type Sought } from '../../shared/erasures/scope.ts'
import { Failure } from '../../shared/errors.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import { RecordSet } from '../../shared/records/reading/record-set.ts'
import { keyIn } from '../keeping/key-file.ts'
import { SENDING_KEY_FILE } from '../sending/strongbox.ts'
import type { Storage } from '../storage/storage.ts'
import { loaded } from '../sync/upkeep/compact.ts'

/** A digest of an address or number that nobody can make, or try out, without the key of the data folder. */
export function marker(folder: string): (key: string) => string {
  const secret = keyIn(join(folder, SENDING_KEY_FILE))
  const known = new Map<string, string>()
  return (key) => {
    const mark = known.get(key) ?? createHmac('sha256', secret).update(`erased ${key}`).digest('base64url').slice(0, 27)
    known.set(key, mark)
    return mark
  }
}

interface Ground {
  readonly storage: Storage
  readonly inSetup: <C extends Collection>(collection: C) => Promise<readonly Row<C>[]>
  readonly mark: (key: string) => string
}

/** A person with all by which his records are known. */
export interface Known {
  readonly sought: Omit<Sought, 'found'>
  readonly marks: readonly string[]
  /** The customer's name, or the contact's; null: he has none any more, or never had. */
  readonly name: string | null
  /** The addresses and numbers that are written of him now, as `keysIn` gives them. */
  readonly keys: readonly string[]
}

/**
 * Who it is, by the records of customers and by the marks that are known already. Failures: record-missing, not-a-person,
 * document-damaged.
 */
export async function known(person: Person, marks: readonly string[], ground: Ground): Promise<Known> {
  const rows: AnyRow[] = []
  if (person.is !== 'address')
    await eachRow(ground.storage, [customers], (_document, _collection, row) => rows.push(row))
  const theirs = theirOwn(person, rows)
  const keys = theirs.flatMap((row) => keysOf(row, person))
  const all = [...new Set([...marks, ...keys.map(ground.mark)])].sort()
  const contact = person.is === 'contact' ? contactIn(theirs, person.contact) : null
  const own = new Map((await ground.inSetup(customFields)).map(({ id, of, type }) => [`${of} ${id}`, type]))
  const sought = {
    person,
    customers: new Set(theirs.map(({ id }) => id)),
    contactName: contact,
    isTheirs: (key: string) => all.includes(ground.mark(key)),
    inns: new Set(person.is === 'customer' ? theirs.flatMap(({ inn }) => (typeof inn === 'string' ? [inn] : [])) : []),
    ownType: (of: string, name: string) => own.get(`${of} ${name}`) ?? undefined,
  }
  const named = person.is === 'customer' ? theirs.find(({ id }) => id === person.customer)?.name : contact
  return { sought, marks: all, keys, name: typeof named === 'string' ? named : null }
}

function theirOwn(person: Person, rows: readonly AnyRow[]): readonly AnyRow[] {
  if (person.is === 'address') return []
  const into = new Map(rows.map((row) => [row.id, typeof row.mergedInto === 'string' ? row.mergedInto : null]))
  if (!into.has(person.customer)) throw new Failure('record-missing', { id: person.customer })
  const end = followed(person.customer, (id) => into.get(id))
  const theirs = rows.filter((row) => followed(row.id, (id) => into.get(id)) === end)
  const main = theirs.find(({ id }) => id === person.customer)
  if (person.is === 'customer' && main && !isPerson({ type: main.type, inn: main.inn, name: main.name })) {
    throw new Failure('not-a-person', { id: person.customer })
  }
  return theirs
}

function contactIn(rows: readonly AnyRow[], contact: string): string | null {
  const entries = rows.flatMap((row) => (row as unknown as Row<typeof customers>).contacts)
  return entries.find(({ id }) => id === contact)?.name ?? null
}

/** All records of the person; `naming` hears of every record beside. Failure document-damaged. */
export async function find({ sought }: Known, { storage }: Ground, naming?: Naming): Promise<Found> {
  const finding = new Finding(sought)
  const all = Object.values<Collection>(COLLECTIONS).filter(({ name }) => personalOf(name))
  await eachRow(storage, all, (document, collection, row) => {
    finding.take(document, collection, row)
    naming?.take(collection, row)
  })
  return finding.end()
}

/** So long (ms) nobody else is heard. */
const SLICE = 20

/** Others are heard between slices of it. */
async function eachRow(
  storage: Storage,
  collections: readonly Collection[],
  take: (document: string, collection: string, row: AnyRow) => void,
): Promise<void> {
  for (const { document } of await storage.documents()) {
    const family = parseDocument(document, Date.now())?.family
    const own = collections.filter((one) => one.family === family)
    if (own.length === 0) continue
    const doc = loaded(await storage.load(document))
    let until = performance.now() + SLICE
    for (const one of own)
      for (const row of new RecordSet(doc, one).rows()) {
        take(document, one.name, row as AnyRow)
        if (performance.now() < until) continue
        await new Promise(setImmediate)
        until = performance.now() + SLICE
      }
    await new Promise(setImmediate)
  }
}
