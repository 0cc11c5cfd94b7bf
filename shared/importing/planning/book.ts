import { COLLECTIONS, type CollectionName } from '../../collections.ts'
import { departments, organisations, people } from '../../company/collections.ts'
import { customers } from '../../customers/collections.ts'
import { products } from '../../goods/collections.ts'
import { kinds, type Order, orders, reasons, states } from '../../orders/collections.ts'
import type { Collection, Row } from '../../records/declarations/collection.ts'
import type { Json } from '../../records/declarations/value.ts'
import { tailOf } from './ids.ts'
import { signOf } from './sign.ts'

/** What the company has already, as an import needs it. */
export interface Known {
  /** The records of a collection, removed ones included. */
  rows<C extends Collection>(collection: C): Iterable<Row<C>>
  /** Ids of all orders, removed ones included. */
  orderIds(): Iterable<string>
}

const NAMED = [organisations, departments, people, products, customers, states, kinds, reasons]

/** Records by name: those that the company has, and those that the import has planned so far. */
export class Book {
  readonly #byName = new Map<string, string[]>()
  readonly #ids = new Set<string>()
  readonly #records = new Map<string, Row<(typeof NAMED)[number]>>()
  readonly #tails: Set<string>
  readonly #known: Known
  #orders: ReadonlyMap<string, Order> | null = null
  readonly #departments = new Map<string, string | null>()
  readonly #meant = new Map<string, string>()
  /** By collection and field, ids by what stands there; made when it is asked for first. */
  readonly #signs = new Map<string, ReadonlyMap<string, readonly string[]>>()

  constructor(known: Known) {
    this.#known = known
    for (const collection of NAMED) {
      for (const row of known.rows(collection)) {
        this.#ids.add(row.id)
        if (!row.gone) this.#records.set(`${collection.name} ${row.id}`, row)
        if (!row.gone && row.name !== null) this.#name(collection.name, row.id, row.name)
      }
    }
    for (const person of known.rows(people)) this.#departments.set(person.id, person.department)
    this.#tails = new Set([...known.orderIds()].map(tailOf))
  }

  /** Ids of the records with that name, removed ones left out. Letter case and doubled spaces make no difference. */
  find(collection: CollectionName, name: string): readonly string[] {
    return this.#byName.get(keyOf(collection, name)) ?? []
  }

  /** Ids of the company's records in which that stands in a field, however it is spelled; removed ones left out. */
  bySign(collection: CollectionName, field: string, value: Json): readonly string[] {
    const sign = signOf(field, value)
    if (sign === null) return []
    const key = `${collection} ${field}`
    const index = this.#signs.get(key) ?? this.#indexOf(collection, field)
    this.#signs.set(key, index)
    return index.get(sign) ?? []
  }

  /** Whether a record with this id is here or planned, be it removed. */
  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** A row whose id would be `id` means a record that was here before. */
  mean(id: string, record: string): void {
    this.#meant.set(id, record)
  }

  /** The record that a row of that id has come to: one of its own, or one that was here before; null where there is none. */
  meant(id: string): string | null {
    return this.#meant.get(id) ?? (this.#ids.has(id) ? id : null)
  }

  /** A record that the company has, unless it is removed. */
  record(collection: CollectionName, id: string): { readonly [field: string]: Json } | undefined {
    // The fields of a row are values as they are written; its lists are not among what is compared.
    return this.#records.get(`${collection} ${id}`) as { readonly [field: string]: Json } | undefined
  }

  /** The same outer order, under whatever date, unless it is removed. All orders are read when the first is asked for. */
  order(id: string): Order | undefined {
    this.#orders ??= new Map([...this.#known.rows(orders)].flatMap((row) => (row.gone ? [] : [[tailOf(row.id), row]])))
    return this.#orders.get(tailOf(id))
  }

  /** Whether the same outer order is here or planned, under whatever date. */
  hasOrder(id: string): boolean {
    return this.#tails.has(tailOf(id))
  }

  departmentOf(person: string): string | null {
    return this.#departments.get(person) ?? null
  }

  add(collection: CollectionName, id: string, name: string): void {
    this.#ids.add(id)
    this.#name(collection, id, name)
  }

  addOrder(id: string): void {
    this.#tails.add(tailOf(id))
  }

  setDepartment(person: string, department: string | null): void {
    this.#departments.set(person, department)
  }

  #indexOf(collection: CollectionName, field: string): ReadonlyMap<string, readonly string[]> {
    const index = new Map<string, string[]>()
    for (const [key, row] of this.#records) {
      if (!key.startsWith(`${collection} `)) continue
      const sign = signOf(field, (row as unknown as { readonly [name: string]: Json })[field] ?? null)
      if (sign !== null) index.set(sign, [...(index.get(sign) ?? []), row.id])
    }
    return index
  }

  #name(collection: string, id: string, name: string): void {
    const key = keyOf(collection, name)
    const ids = this.#byName.get(key)
    if (ids) ids.push(id)
    else this.#byName.set(key, [id])
  }
}

/** Collections whose records may be made from a name alone. */
export function isMadeByName(name: string): name is CollectionName {
  const collection = NAMED.find((one) => one.name === name)
  return collection !== undefined && collection !== COLLECTIONS.kinds
}

function keyOf(collection: string, name: string): string {
  return `${collection} ${name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()}`
}
