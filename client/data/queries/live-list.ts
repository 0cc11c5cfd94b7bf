import type { FunnelFigure } from '../../../shared/funnel/index.ts'
import type { Directory } from './directory.ts'
import { matcher } from './matching.ts'
import { comparison } from './order-by.ts'
import type { Cell, FunnelQuery, Item, ListAnswer, ListQuery, ListRow } from './query.ts'

interface Group {
  readonly value: Cell
  readonly name: string
  items: Item[]
}

export type Behind = (funnel: FunnelQuery, figure: FunnelFigure) => readonly string[]

/** More changes than this at once, and making the list anew is quicker than mending it. */
const FEW = 200

/** A list whose answer is kept: changed records are taken out and put in where they now belong. */
export class LiveList {
  readonly #directory: Directory
  readonly #behind: Behind
  #query: ListQuery
  #sorted: Item[] = []
  #groups: Group[] | null = null

  /** `behind` finds the orders behind a figure of a funnel. */
  constructor(directory: Directory, query: ListQuery, behind: Behind) {
    this.#directory = directory
    this.#behind = behind
    this.#query = query
    this.#make()
  }

  get collection() {
    return this.#query.collection
  }

  /** Another part of the same list, or another list. */
  ask(query: ListQuery): void {
    const same = JSON.stringify({ ...query, from: 0, to: 0 }) === JSON.stringify({ ...this.#query, from: 0, to: 0 })
    this.#query = query
    if (!same) this.#make()
  }

  /** Takes in that these records, or all, have changed. */
  take(changed: ReadonlySet<string> | 'all'): void {
    if (changed === 'all' || changed.size > FEW) this.#make()
    else this.#mend(changed)
  }

  answer(): ListAnswer {
    const { from, to } = this.#query
    const rows = this.#groups ? groupedRows(this.#groups, from, to) : this.#sorted.slice(from, to)
    const count = this.#sorted.length
    return { what: 'list', length: count + (this.#groups?.length ?? 0), count, sum: sumOf(this.#sorted), from, rows }
  }

  #make(): void {
    const { sort, collection } = this.#query
    const matches = this.#matcher()
    const found: Item[] = []
    for (const id of this.#directory.rows(collection).keys()) {
      const item = this.#directory.item(collection, id)
      if (item && matches(item)) found.push(item)
    }
    this.#sorted = found.sort(comparison(sort))
    this.#group()
  }

  #mend(changed: ReadonlySet<string>): void {
    const { sort, collection } = this.#query
    const matches = this.#matcher()
    const compare = comparison(sort)
    this.#sorted = this.#sorted.filter((item) => !changed.has(item.id))
    for (const id of changed) {
      const item = this.#directory.item(collection, id)
      if (item && matches(item)) this.#sorted.splice(placeFor(this.#sorted, item, compare), 0, item)
    }
    this.#group()
  }

  #matcher(): (item: Item) => boolean {
    const { filter, search, behind } = this.#query
    return matcher(filter, search, behind && this.#behind(behind.funnel, behind.figure))
  }

  #group(): void {
    const { group } = this.#query
    if (group === null) {
      this.#groups = null
      return
    }
    const groups = new Map<Cell, Group>()
    for (const item of this.#sorted) {
      const value = (item[group] ?? null) as Cell
      const known = groups.get(value)
      if (known) known.items.push(item)
      else groups.set(value, { value, name: String(item[`${group}Name`] ?? value ?? ''), items: [item] })
    }
    this.#groups = [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}

/** Where an item belongs in a sorted list. */
function placeFor(sorted: readonly Item[], item: Item, compare: (a: Item, b: Item) => number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other && compare(other, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function groupedRows(groups: readonly Group[], from: number, to: number): ListRow[] {
  const rows: ListRow[] = []
  let position = 0
  for (const { value, name, items } of groups) {
    if (position >= to) break
    if (position >= from) rows.push({ group: value, name, count: items.length, sum: sumOf(items) })
    const first = Math.max(0, from - position - 1)
    if (first < items.length) rows.push(...items.slice(first, Math.max(first, to - position - 1)))
    position += items.length + 1
  }
  return rows
}

function sumOf(items: readonly Item[]): number {
  let sum = 0
  for (const item of items) sum += Number(item.companyTotal ?? 0)
  return sum
}
