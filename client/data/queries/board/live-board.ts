import { parseBasis } from '../../../../shared/basis/basis.ts'
import { folded } from '../../../../shared/filters/values/folded.ts'
import { statesOf } from '../../../../shared/orders/moves/moves.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import { matcher } from '../matching.ts'
import type { Item } from '../query.ts'
import { boardCard } from './card.ts'
import { Cell, type Placed } from './cell.ts'
import { cellKey } from './cell-key.ts'
import { PLANNED_IN } from './next/upcoming.ts'
import type { BoardAnswer, BoardLane, BoardQuery } from './query.ts'

/** More changes than this at once, and making the board anew is quicker than mending it. */
const FEW = 200
const NONE: ReadonlySet<string> = new Set()

/** A board that is kept: a changed order's card is taken out and put in where it now belongs, and its cells are due. */
export class LiveBoard {
  readonly #directory: Directory
  #query: BoardQuery
  #matches: (item: Item) => boolean = () => false
  readonly #cells = new Map<string, Cell>()
  readonly #at = new Map<string, { readonly cell: Cell; readonly placed: Placed }>()
  /** Orders by what is planned next for them, as their cards show it. */
  readonly #byNext = new Map<string, Set<string>>()
  readonly #due = new Set<Cell>()
  #fresh = true

  constructor(directory: Directory, query: BoardQuery) {
    this.#directory = directory
    this.#query = query
    this.#make()
    this.#look()
  }

  /** Other windows on the same board, or another board. */
  ask(query: BoardQuery): void {
    const isSame = isSameBoard(query, this.#query)
    this.#query = query
    if (!isSame) {
      this.#cells.clear()
      this.#make()
      this.#fresh = true
    }
    this.#look()
  }

  /** Takes in what has changed; whether the board has. */
  take(changed: ItemsChanged): boolean {
    const noted = ['orders' as const, ...PLANNED_IN].map((name) => changed.get(name) ?? NONE)
    if (noted.some((ids) => ids === 'all' || ids.size > FEW)) this.#make()
    else {
      const [orders, ...planned] = noted as readonly ReadonlySet<string>[]
      const shown = planned.flatMap((ids) => [...ids].flatMap((id) => this.#showing(id)))
      for (const id of new Set([...(orders ?? []), ...shown])) this.#mend(id)
    }
    return this.#due.size > 0
  }

  /** Another day has begun. */
  turn(): void {
    this.#make()
  }

  /** The orders here whose cards show what is planned, or may do so now. */
  #showing(planned: string): string[] {
    const whom = parseBasis(this.#directory.upcoming.whom(planned))
    const before = this.#byNext.get(planned) ?? []
    if (whom === null) return [...before]
    if (whom.collection === 'orders') return [...before, whom.id]
    const customers = [whom.id, ...this.#directory.mergedInto(whom.id).map(({ id }) => id)]
    const theirs = this.#directory.ordersOf(customers).map(({ id }) => id)
    return [...before, ...theirs.filter((id) => this.#at.has(id))]
  }

  /** What has changed since the last answer. */
  answer(): BoardAnswer {
    const answer: BoardAnswer = {
      what: 'board',
      fresh: this.#fresh,
      lanes: this.#lanes(),
      strays: this.#strays(),
      cells: [...this.#due].map((cell) => cell.read()),
    }
    this.#fresh = false
    this.#due.clear()
    return answer
  }

  #make(): void {
    const { filter, search } = this.#query
    this.#matches = matcher(this.#directory, { collection: 'orders', filter, search })
    this.#at.clear()
    this.#byNext.clear()
    const byCell = new Map<Cell, Placed[]>([...this.#cells.values()].map((cell) => [cell, []]))
    for (const id of this.#directory.rows('orders').keys()) {
      const placed = this.#placed(id)
      if (!placed) continue
      const cell = this.#cellOf(placed)
      const others = byCell.get(cell)
      if (others) others.push(placed)
      else byCell.set(cell, [placed])
      this.#note(id, cell, placed)
    }
    for (const [cell, placed] of byCell) {
      cell.fill(placed)
      this.#due.add(cell)
    }
  }

  #mend(id: string): void {
    const before = this.#at.get(id)
    if (before) {
      before.cell.take(before.placed.card)
      this.#at.delete(id)
      if (before.placed.card.next) this.#byNext.get(before.placed.card.next.id)?.delete(id)
      this.#due.add(before.cell)
    }
    const placed = this.#placed(id)
    if (!placed) return
    const cell = this.#cellOf(placed)
    cell.put(placed)
    this.#note(id, cell, placed)
    this.#due.add(cell)
  }

  #note(id: string, cell: Cell, placed: Placed): void {
    this.#at.set(id, { cell, placed })
    const { next } = placed.card
    if (next) this.#byNext.set(next.id, (this.#byNext.get(next.id) ?? new Set()).add(id))
  }

  /** The order's card, if the order belongs on this board. */
  #placed(id: string): Placed | null {
    const item = this.#directory.item('orders', id)
    const order = this.#directory.order(id)
    if (!item || !order || item.kind !== this.#query.kind || !this.#matches(item)) return null
    // Items of orders are made by orderItem.
    const card = boardCard(order, item as unknown as OrderItem, this.#directory.upcoming)
    return { card, sum: Number(item.companyTotal ?? 0) }
  }

  #cellOf({ card }: Placed): Cell {
    return this.#cell(this.#query.lanes ? card.responsible : null, card.state ?? '')
  }

  #cell(lane: string | null, state: string): Cell {
    const key = cellKey(lane, state)
    const cell = this.#cells.get(key) ?? new Cell(lane, state)
    this.#cells.set(key, cell)
    return cell
  }

  /** Sets the windows; cells that show other cards than before are due. */
  #look(): void {
    const windows = new Map(this.#query.windows.map((one) => [this.#cell(one.lane, one.state), one]))
    for (const cell of this.#cells.values()) {
      const { from, to } = windows.get(cell) ?? { from: 0, to: 0 }
      if (cell.from !== from || cell.to !== to) this.#due.add(cell)
      cell.from = from
      cell.to = to
    }
  }

  #lanes(): BoardLane[] {
    if (!this.#query.lanes) return [{ id: null, name: '' }]
    const ids = new Set([...this.#cells.values()].flatMap((cell) => (cell.count > 0 ? [cell.lane] : [])))
    const lanes = [...ids].map((id) => ({ id, name: this.#directory.name('people', id) ?? '' }))
    return lanes.sort(byName)
  }

  #strays(): string[] {
    const kind = this.#directory.kind(this.#query.kind)
    const own = new Set(kind ? statesOf(kind) : [])
    const found = [...this.#cells.values()].filter((cell) => cell.count > 0 && !own.has(cell.state))
    return [...new Set(found.map((cell) => cell.state))].sort()
  }
}

function isSameBoard(a: BoardQuery, b: BoardQuery): boolean {
  return JSON.stringify({ ...a, windows: [] }) === JSON.stringify({ ...b, windows: [] })
}

function byName(a: BoardLane, b: BoardLane): number {
  if (a.id === null || b.id === null) return Number(a.id === null) - Number(b.id === null)
  const [x, y] = [folded(a.name), folded(b.name)]
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1
}
