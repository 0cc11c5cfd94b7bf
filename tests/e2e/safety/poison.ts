import { COLLECTIONS } from '../../../shared/collections.ts'
import { freshId, ownCircle } from '../../../shared/documents/documents.ts'
import { COMMON, FAMILIES, type Family } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import type { Collection, Draft, Fields, List } from '../../../shared/records/declarations/collection.ts'
import type { Field } from '../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import type { Device, Held } from '../../../sync-server/sync/testing/device.ts'
import { isServers } from '../../../sync-server/sync/update/facts.ts'
import { payloads } from './payloads.ts'

/** Texts that are codes the program reckons by; people choose them of a list. Each reads as `<collection>.<path>`. */
export const CODES: readonly string[] = [
  'company.zone',
  'company.currency',
  'currencies.code',
  'orders.currency',
  'views.list',
  'ownViews.list',
  'mappings.columns',
  'mappings.layout',
]
/** So many records of a collection are written over, beside the one that is made. */
const MOST = 12

/** Where a field stands: `<collection>.<field>`, `<collection>.<list>.<field>`. */
type Where = string

/** Fields that hold what somebody wrote: all types that take any text. The server's own are none, unless they may be imported. */
function textsOf(fields: Fields, where: Where): [name: string, field: Field][] {
  const takesText = ({ type, server, imported }: Field) =>
    ['text', 'note', 'strings'].includes(type) && (!server || imported)
  return Object.entries(fields).filter(([name, field]) => takesText(field) && !CODES.includes(`${where}.${name}`))
}

/** Every field of every collection that takes any text and that somebody but the server may write. */
export function allTexts(): Where[] {
  return (Object.values(COLLECTIONS) as Collection[])
    .filter(isWritten)
    .flatMap(({ name, fields, lists }) => [
      ...textsOf(fields, name).map(([field]) => `${name}.${field}`),
      ...Object.entries(lists).flatMap(([list, { fields: inner }]) =>
        textsOf(inner, `${name}.${list}`).map(([field]) => `${name}.${list}.${field}`),
      ),
    ])
}

function isWritten(collection: Collection): boolean {
  const { writes } = (FAMILIES as Readonly<Record<string, Family>>)[collection.family] ?? {}
  return writes?.length !== 0 && !isServers(collection)
}

/** Rejects when the server refuses what was written: behind that nobody answers any more. */
function refused({ name, provider, reasons }: Held): Promise<never> {
  return new Promise((_, reject) => {
    const look = () => {
      if (reasons.length > 0) reject(new Error(`${name} is closed: ${reasons.join()}`))
    }
    look()
    provider.on('close', look)
  })
}

/** The record of a document that has one alone, and whose documents are that are somebody’s or something’s. */
const ALONE = 'poisoned'

/** Writes payloads into the texts of one company's collections, and notes where. */
export class Poisoner {
  readonly done = new Set<Where>()
  readonly #next = payloads()

  /** All collections but personal ones, by a device that may write them all. */
  async company(device: Device): Promise<void> {
    await this.#collections(device, ({ personal }) => !personal, '')
  }

  /** The personal ones of the user whose device it is. */
  async person(device: Device, user: string): Promise<void> {
    await this.#collections(device, ({ personal }) => personal === true, user)
  }

  async #collections(device: Device, isMeant: (family: Family) => boolean, user: string): Promise<void> {
    const open = new Map<string, Held>()
    for (const collection of (Object.values(COLLECTIONS) as Collection[]).filter(isWritten)) {
      const family = (FAMILIES as Readonly<Record<string, Family>>)[collection.family]
      if (!family || !isMeant(family)) continue
      const name = [
        collection.family,
        ...family.parts.map(
          (part) =>
            ({
              circle: COMMON,
              owner: ownCircle(user),
              quarter: quarterOf(Date.now()),
              id: user || ALONE,
              record: ALONE,
            })[part],
        ),
      ].join('/')
      const held = open.get(name) ?? (await device.synced(name))
      open.set(name, held)
      device.act((tx) => {
        const rows = MADE_ONCE.includes(collection.name) ? [] : [...held.records(collection).rows()].slice(0, MOST)
        for (const row of rows) this.#over(collection, row, (path, value) => tx.write(collection, row.id, path, value))
        tx.create(collection, this.#freshId(collection, user), this.#draft(collection))
      })
    }
    for (const held of open.values()) await Promise.race([device.saved(held), refused(held)])
  }

  #freshId({ name, family }: Collection, user: string): string {
    if (name === 'settings') return user
    if (family === 'pictures') return ALONE
    // Its id is the name under which records hold its values.
    if (name === 'customFields') return `custom_${ALONE}`
    const id = freshId(family, Date.now() - 60_000, user)
    if (family === 'mailings') return `${ALONE}_${id}`
    return family === 'users' ? `${user}_${id}` : id
  }

  /** A record of which every text is poisoned, with an entry in each list. */
  #draft({ name, fields, lists }: Collection): Draft<Collection> {
    const entry = ([list, declared]: [string, List]) => [
      list,
      { poisoned: this.#values(declared.fields, `${name}.${list}`) },
    ]
    return {
      ...this.#values(fields, name),
      ...EASILY_SEEN[name],
      ...Object.fromEntries(Object.entries(lists).map(entry)),
    }
  }

  #values(fields: Fields, where: Where): Record<string, Json> {
    return Object.fromEntries(
      textsOf(fields, where).map(([name, field]) => [name, this.#value(field, `${where}.${name}`)]),
    )
  }

  #value({ type }: Field, where: Where): Json {
    this.done.add(where)
    return type === 'strings' ? [this.#next(), this.#next()] : this.#next()
  }

  /** Writes over every text of a record that may be written again, and of the entries of its lists. */
  #over(collection: Collection, row: { readonly id: string }, write: (path: string, value: Json) => void): void {
    for (const [field, declared] of textsOf(collection.fields, collection.name)) {
      if (!declared.server) write(field, this.#value(declared, `${collection.name}.${field}`))
    }
    for (const [list, { fields, once }] of Object.entries(collection.lists)) {
      const entries = (row as unknown as Readonly<Record<string, readonly { readonly id: string }[]>>)[list] ?? []
      for (const entry of once ? [] : entries)
        for (const [field, declared] of textsOf(fields, `${collection.name}.${list}`))
          write(`${list}/${entry.id}/${field}`, this.#value(declared, `${collection.name}.${list}.${field}`))
    }
  }
}

/** Of others, these are nobody’s to write over: the server refuses it. */
const MADE_ONCE = ['comments']

/** What a made record needs beside its texts so that screens show it. */
const EASILY_SEEN: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  orders: { sort: 'work', date: Date.now() - 60_000, posted: true },
  kinds: { sort: 'work' },
  views: { list: 'orders/work' },
  ownViews: { list: 'orders/work' },
  customFields: { of: 'customers', type: 'choice' },
}
