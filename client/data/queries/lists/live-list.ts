import { type FoundIn, isFoundIn } from '../../../../shared/search/index/fields.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { FoundBy } from '../finding/query.ts'
import type { News } from '../live-answer.ts'
import { matcher, readsRisk } from '../matching.ts'
import {
  type ClosedGroups,
  type GroupHead,
  type Item,
  isHead,
  type ListAnswer,
  type ListQuery,
  type ListRow,
  type Totals,
} from '../query.ts'
import { grouped, totalsOf } from './groups.ts'
import { comparison, inOrder } from './order-by.ts'
import { placeFor } from './place-for.ts'
import type { Behind } from './query.ts'

/** What tells which records some lists are held to. */
export interface HeldTo {
  /** The records behind a figure. */
  behind(of: Behind): readonly string[]
  /** What the search over everything finds of a collection: the same set until that may be another. */
  found(collection: FoundIn, by: FoundBy): ReadonlySet<string>
}

/** More changes than this at once, and making the list anew is quicker than mending it. */
const FEW = 200

/** A list whose answer is kept: changed records are taken out and put in where they now belong. */
export class LiveList {
  readonly #directory: Directory
  readonly #heldTo: HeldTo
  #query: ListQuery
  #sorted: Item[] = []
  /** The records with the heads of their groups. */
  #rows: readonly ListRow[] = []
  #totals: Totals = {}
  /** What was found when it was made; null: it is held to nothing that is. */
  #found: ReadonlySet<string> | null = null
  /** Too much has changed since it was made: it is made anew when somebody asks for it. */
  #isOld = false

  constructor(directory: Directory, query: ListQuery, heldTo: HeldTo) {
    this.#directory = directory
    this.#heldTo = heldTo
    this.#query = query
    this.#make()
  }

  /** More can be found once more is indexed. */
  get hears(): News | undefined {
    return this.#query.found ? 'found' : undefined
  }

  /** Another part of the same list, or another list. */
  ask(query: ListQuery): void {
    const before = this.#query
    this.#query = query
    if (differs(query, before, ['from', 'to', 'closed'])) this.#make()
    else if (differs(query, before, ['from', 'to'])) this.#group()
  }

  /** Takes in what has changed; whether records of its collection have. */
  take(changed: ItemsChanged): boolean {
    const { collection, found, filter } = this.#query
    const ids = changed.get(collection)
    if (changed.has('counterparties') && readsRisk(collection, filter)) {
      this.#isOld = true
      return true
    }
    // Records are found by the names of customers and goods, too.
    if (ids === undefined)
      return found !== undefined && found !== null && (changed.has('customers') || changed.has('products'))
    if (ids === 'all' || ids.size > FEW || this.#query.behind || found) this.#isOld = true
    else if (!this.#isOld) this.#mend(ids)
    return true
  }

  /** Another day has begun. */
  turn(): void {
    this.#isOld = true
  }

  /** Behind a figure of a report may stand what has come to be late since. */
  look(): boolean {
    const { behind } = this.#query
    const isOfReport = behind !== undefined && 'report' in behind
    if (isOfReport) this.#isOld = true
    return isOfReport
  }

  answer(): ListAnswer {
    this.#renew()
    const { from, to } = this.#query
    return {
      what: 'list',
      length: this.#rows.length,
      count: this.#sorted.length,
      totals: this.#totals,
      from,
      rows: this.#rows.slice(from, to),
      above: this.#above(from),
    }
  }

  /** The ids of all records, or of those that stand between two of them, both included; none where one is not here. */
  ids(between: readonly [string, string] | null): string[] {
    this.#renew()
    if (between === null) return this.#sorted.map((item) => item.id)
    const [a, b] = between.map((id) => this.#rows.findIndex((row) => row.id === id))
    if (a === undefined || b === undefined || a < 0 || b < 0) return []
    const rows = this.#rows.slice(Math.min(a, b), Math.max(a, b) + 1)
    return rows.filter((row) => !isHead(row)).map((row) => row.id)
  }

  #renew(): void {
    if (this.#isOld || this.#found !== this.#foundNow()) this.#make()
  }

  #make(): void {
    this.#isOld = false
    const { sort, collection, ids } = this.#query
    const matches = this.#matcher()
    this.#found = this.#foundNow()
    const fitting: Item[] = []
    for (const id of ids ?? this.#found ?? this.#directory.rows(collection).keys()) {
      const item = this.#found?.has(id) === false ? null : this.#directory.item(collection, id)
      if (item && matches(item)) fitting.push(item)
    }
    this.#sorted = inOrder(fitting, sort)
    this.#group()
  }

  #foundNow(): ReadonlySet<string> | null {
    const { collection, found } = this.#query
    return found && isFoundIn(collection) ? this.#heldTo.found(collection, found) : null
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
    const { behind, ids } = this.#query
    const only = behind ? this.#heldTo.behind(behind) : ids
    return matcher(this.#directory, { ...this.#query, ids: only })
  }

  #group(): void {
    const { collection, group, closed, sort } = this.#query
    const { zone } = this.#directory.around()
    this.#totals = totalsOf(collection, this.#sorted)
    this.#rows =
      group.length === 0
        ? this.#sorted
        : grouped(this.#sorted, { collection, group, isClosed: isClosedBy(closed), sort, zone })
  }

  /** The heads, before a position, of the groups that the row there stands in. */
  #above(position: number): GroupHead[] {
    if (this.#query.group.length === 0) return []
    const row = this.#rows[position]
    let inner = row && isHead(row) ? row.level : Number.POSITIVE_INFINITY
    const heads: GroupHead[] = []
    for (let i = position - 1; i >= 0 && inner > 0; i--) {
      const head = this.#rows[i]
      if (!head || !isHead(head) || head.level >= inner) continue
      heads.unshift(head)
      inner = head.level
    }
    return heads
  }
}

function isClosedBy(closed: ClosedGroups | undefined): (group: string) => boolean {
  const except = new Set(closed?.except)
  const all = closed?.all ?? false
  return (group) => except.has(group) !== all
}

/** Whether two queries differ in anything but what is named. */
function differs(a: ListQuery, b: ListQuery, except: readonly (keyof ListQuery)[]): boolean {
  const rest = (query: ListQuery) =>
    JSON.stringify({ ...query, ...Object.fromEntries(except.map((name) => [name, null])) })
  return rest(a) !== rest(b)
}
