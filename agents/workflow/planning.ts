import { orders } from '../../shared/orders/collections.ts'
import { rules } from '../../shared/rules/collections.ts'
import { CREATED } from '../../shared/rules/ids.ts'
import type { Restoration, Told } from '../../shared/rules/planning/heard.ts'
import { planOrder } from '../../shared/rules/planning/plan-order.ts'
import { putRun } from '../../shared/rules/runs/commands.ts'
import { documentsOf, type Ground, lookIn } from './ground.ts'
import type { Heard } from './hearing.ts'

type ToldOf = ReadonlyMap<string, Told>

/** An order whose moves are told of before they are here is looked at again after this, ms. */
const SOON = 200

/** Plans runs for what is heard of orders, and writes them. */
export class Planning {
  readonly #ground: Ground
  /** When an order that is awaited is to be looked at again, ms; without it at once. */
  readonly #until = new Map<string, number>()
  #restorations: readonly Restoration[] = []

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Resolves when all runs are written and saved that a page of the journal leads to. */
  async take(heard: Heard, restorations: readonly Restoration[]): Promise<void> {
    const { memory } = this.#ground
    this.#restorations = restorations
    for (const [rule, { isOn, journal }] of heard.switched) if (isOn) memory.on.set(rule, journal)
    for (const [order, told] of heard.told) {
      const fresh = new Map([...told].filter(([, { journal }]) => this.#isHeardBySome(journal)))
      if (fresh.size > 0) memory.awaited.set(order, new Map([...(memory.awaited.get(order) ?? []), ...fresh]))
    }
    for (const order of heard.orders) this.#until.delete(order)
    await this.look()
  }

  /** Looks at all orders whose time has come; says when to look again, ms; null: not by time alone. */
  async look(): Promise<number | null> {
    const { memory, now } = this.#ground
    const due = [...memory.awaited].filter(([order]) => (this.#until.get(order) ?? 0) <= now())
    for (const [order, told] of due) await this.#plan(order, told)
    if (due.length > 0) memory.keep()
    const times = [...memory.awaited.keys()].map((order) => this.#until.get(order) ?? 0)
    return times.length === 0 ? null : Math.min(...times)
  }

  async #plan(order: string, told: ToldOf): Promise<void> {
    const { documents, memory, now, replica } = this.#ground
    const names = documentsOf(this.#ground, order)
    const until = await documents.hold(names, async () => {
      const { runs, until } = this.#write(order, told)
      await replica.saved(names)
      for (const id of runs) memory.runs.add(id)
      return until
    })
    // What came meanwhile was told of with more.
    if (memory.awaited.get(order) !== told) return
    if (until === null) memory.awaited.delete(order)
    if (until === null) this.#until.delete(order)
    else this.#until.set(order, Math.max(until, now() + 1))
  }

  /** Writes the runs of an order: those that may have something to do, and when to look again. */
  #write(id: string, told: ToldOf): { readonly runs: readonly string[]; readonly until: number | null } {
    const { memory, now, replica } = this.#ground
    const all = [...replica.rows(rules)]
    let planned: { runs: string[]; until: number | null } = { runs: [], until: null }
    replica.write((tx) => {
      const order = tx.find(orders, id)
      const isHere =
        order && [...told.keys()].every((by) => by === CREATED || order.moves.some((move) => move.id === by))
      if (!isHere) {
        planned = { runs: [], until: now() + SOON }
        return
      }
      const onSince = (rule: string) => memory.onSince(rule)
      const heard = { of: told, onSince, restorations: this.#restorations }
      const { runs, until } = planOrder(all, order, heard, now(), lookIn(tx, this.#ground))
      for (const run of runs) putRun(tx, run)
      planned = { runs: runs.filter(({ values }) => values.state === 'waiting').map((run) => run.id), until }
    })
    return planned
  }

  #isHeardBySome(journal: number): boolean {
    const { memory, replica } = this.#ground
    return [...replica.rows(rules)].some(({ id, on, gone }) => on && !gone && memory.onSince(id) < journal)
  }
}
