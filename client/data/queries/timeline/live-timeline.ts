import { parseBasis } from '../../../../shared/basis/basis.ts'
import type { CollectionName } from '../../../../shared/collections.ts'
import type { LeftOut } from '../../../../shared/features/records.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import { isOut } from '../left-out.ts'
import { dayIn } from '../lists/days.ts'
import { placeFor } from '../lists/place-for.ts'
import { type Days, type Entry, entriesOf, IN_TIMELINE, type InTimeline } from './entries.ts'
import type { TimelineAnswer, TimelineKind, TimelineQuery, TimelineRow } from './query.ts'
import { belongs, needlesOf, type Subjects } from './subjects.ts'

/** More changes than this at once, and making it anew is quicker than mending it. */
const FEW = 200
/** So much of what is to come is shown. */
const MOST_AHEAD = 50
/** Collections whose names entries show. */
const NAMED: readonly CollectionName[] = ['people', 'devices', 'states', 'reasons', 'kinds']

/** A timeline that is kept: entries of a changed record are taken out and put in where they now belong. */
export class LiveTimeline {
  readonly #directory: Directory
  #query: TimelineQuery
  /** The newest first. */
  #entries: Entry[] = []
  #subjects: Subjects = { customers: new Set(), orders: new Set() }
  #records = new Set<string>()
  #isOld = true

  constructor(directory: Directory, query: TimelineQuery) {
    this.#directory = directory
    this.#query = query
  }

  /** Another part of it, other kinds, or another timeline. */
  ask(query: TimelineQuery): void {
    if (query.about !== this.#query.about) this.#isOld = true
    this.#query = query
  }

  /** Takes in what has changed; whether that touches it. */
  take(changed: ItemsChanged): boolean {
    if (this.#isOld) return true
    if (changed.has('customers')) return this.#age()
    const noted = IN_TIMELINE.map((name) => [name, changed.get(name)] as const)
    if (noted.some(([, ids]) => ids === 'all' || (ids?.size ?? 0) > FEW)) return this.#age()
    let isTouched = NAMED.some((name) => changed.has(name))
    for (const [name, ids] of noted) for (const id of ids ?? []) isTouched = this.#mend(name, String(id)) || isTouched
    return isTouched
  }

  answer(): TimelineAnswer {
    if (this.#isOld) this.#make()
    const { about, kinds, from, to, without = [] } = this.#query
    const now = this.#directory.now
    const told = this.#without(without)
    const shown = kinds === null ? told : told.filter(({ kind }) => kinds.includes(kind))
    const ahead = aheadOf(shown, now)
    return {
      what: 'timeline',
      about,
      counts: countsOf(told),
      length: shown.length - ahead,
      from,
      rows: shown.slice(ahead + from, ahead + to).map((one) => this.#row(one)),
      ahead: shown
        .slice(Math.max(0, ahead - MOST_AHEAD), ahead)
        .toReversed()
        .map((one) => this.#row(one)),
    }
  }

  #without(without: LeftOut): readonly Entry[] {
    if (without.length === 0) return this.#entries
    return this.#entries.filter(({ collection, record }) => !isOut(this.#directory, without, collection, record))
  }

  #age(): true {
    this.#isOld = true
    return true
  }

  #make(): void {
    this.#isOld = false
    this.#subjects = subjectsOf(this.#directory, this.#query.about)
    this.#records = new Set()
    const days = this.#days()
    this.#entries = [...this.#rows()].flatMap(([name, row]) => this.#entriesOf(name, row, days))
    this.#entries.sort(newestFirst)
  }

  *#rows(): Generator<readonly [InTimeline, Parameters<typeof entriesOf>[1]]> {
    const needles = needlesOf(this.#subjects)
    for (const name of IN_TIMELINE) for (const row of this.#directory.rows(name).holding(needles)) yield [name, row]
    // An order holds its own id nowhere.
    for (const id of this.#subjects.orders) {
      const row = this.#directory.row('orders', id)
      if (row && !this.#records.has(`orders/${id}`)) yield ['orders', row]
    }
  }

  #mend(name: InTimeline, id: string): boolean {
    const key = `${name}/${id}`
    const stood = this.#records.has(key)
    if (stood) this.#entries = this.#entries.filter(({ collection, record }) => collection !== name || record !== id)
    this.#records.delete(key)
    const row = this.#directory.row(name, id)
    const entries = row ? this.#entriesOf(name, row, this.#days()) : []
    for (const one of entries) this.#entries.splice(placeFor(this.#entries, one, newestFirst), 0, one)
    // What is said of a customer's orders follows these.
    if (name === 'orders' && stood !== entries.length > 0) this.#isOld = true
    return stood || entries.length > 0
  }

  #entriesOf(name: InTimeline, row: Parameters<typeof entriesOf>[1], days: Days): readonly Entry[] {
    const how = belongs(name, row, this.#subjects)
    const key = `${name}/${row.id}`
    if (how === null || this.#records.has(key)) return []
    const entries = entriesOf(name, row, days, how === 'whole')
    if (entries.length > 0) this.#records.add(key)
    return entries
  }

  #row(entry: Entry): TimelineRow {
    const { id, kind, at, collection, record, part } = entry
    const item = this.#directory.item(collection, record)
    return { id, kind, at, collection, record, item, part, who: this.#who(entry, item) }
  }

  /** Whoever answers for it: of a move or fact its author, of what was said or filed the holder of the device. */
  #who({ kind, collection, record, part }: Entry, item: TimelineRow['item']): string | null {
    if (part) return this.#directory.name('people', typeof part.author === 'string' ? part.author : null)
    if (kind === 'comment' || kind === 'file') {
      const holder = this.#directory.holderOf(this.#directory.row(collection, record)?.madeBy ?? null)
      return this.#directory.name('people', holder)
    }
    const name = item?.performerName ?? item?.responsibleName ?? item?.authorName ?? item?.ruleName
    return typeof name === 'string' ? name : null
  }

  #days(): Days {
    const dayOf = dayIn(this.#directory.around().zone)
    return { dayOf, dayStart: (day) => this.#directory.dayStart(day) }
  }
}

/** Whose timeline it is, as far as that is known now. */
function subjectsOf(directory: Directory, about: string): Subjects {
  const meant = parseBasis(about)
  if (meant?.collection !== 'customers') return { customers: new Set(), orders: new Set(meant ? [meant.id] : []) }
  const end = directory.customer(meant.id) ?? meant.id
  const customers = [end, ...directory.mergedInto(end).map(({ id }) => id)]
  return { customers: new Set(customers), orders: new Set(directory.ordersOf(customers).map(({ id }) => id)) }
}

function newestFirst(a: Entry, b: Entry): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** How many of entries, the newest first, are later than now. */
function aheadOf(entries: readonly Entry[], now: number): number {
  const first = entries.findIndex(({ at }) => at <= now)
  return first < 0 ? entries.length : first
}

function countsOf(entries: readonly Entry[]): TimelineAnswer['counts'] {
  const counts: { [K in TimelineKind]?: number } = {}
  for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
