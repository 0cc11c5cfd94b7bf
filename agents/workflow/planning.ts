import { documentOf } from '../../shared/documents/documents.ts'
import { Failure } from '../../shared/errors.ts'
import { hasFeature } from '../../shared/features/known.ts'
import { type Order, orders } from '../../shared/orders/collections.ts'
import { parseId } from '../../shared/records/keys/id.ts'
import { rules } from '../../shared/rules/collections.ts'
import { CREATED } from '../../shared/rules/ids.ts'
import type { Restoration, Told } from '../../shared/rules/planning/heard.ts'
import { type OrderPlan, planOrder } from '../../shared/rules/planning/plan-order.ts'
import { putRun } from '../../shared/rules/runs/commands.ts'
import { documentsOf, type Ground, lookIn } from './ground.ts'
import type { Heard } from './hearing.ts'
import { segmentsReady } from './segments-ready.ts'

type ToldOf = ReadonlyMap<string, Told>

const NOTHING: ToldOf = new Map()
const NOBODY: Heard['told'] = new Map()
/** An order whose moves are told of before they are here is looked at again after this, ms; one whose documents do not open. */
const SOON = 200
const LATER = 10_000

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
    if (heard.allOn > 0) this.#switchAllOn(heard.allOn)
    for (const [order, told] of hasFeature('rules') ? heard.told : NOBODY) {
      const fresh = new Map([...told].filter(([, { journal }]) => this.#isHeardBySome(journal)))
      if (fresh.size > 0) memory.awaited.set(order, new Map([...(memory.awaited.get(order) ?? []), ...fresh]))
    }
    for (const order of heard.orders) this.#until.delete(order)
    await this.look()
  }

  /** Looks at all orders whose time has come; says when to look again, ms; null: not by time alone. */
  async look(): Promise<number | null> {
    const { memory, now } = this.#ground
    const due = [...memory.awaited.keys()].filter((order) => (this.#until.get(order) ?? 0) <= now())
    for (const [document, ids] of Map.groupBy(due, (order) => this.#documentOf(order))) await this.#tried(document, ids)
    if (due.length > 0) memory.keep()
    const times = [...memory.awaited.keys()].map((order) => this.#until.get(order) ?? 0)
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Null: the id names no document, so that no rule can be run for it. */
  #documentOf(order: string): string | null {
    return parseId(order) && documentOf(this.#ground.replica.pass.company, orders.family, order)
  }

  /** Plans orders of one document; where that fails, some time later. */
  async #tried(document: string | null, ids: readonly string[]): Promise<void> {
    const { log, memory, now } = this.#ground
    try {
      if (document === null) for (const id of ids) memory.awaited.delete(id)
      else await this.#plan(ids)
    } catch (err) {
      if (!(err instanceof Failure)) throw err
      log.warn({ document, code: err.code }, 'orders wait')
      for (const id of ids) this.#until.set(id, now() + LATER)
    }
  }

  /** Plans orders of one quarter, and writes their runs. */
  async #plan(ids: readonly string[]): Promise<void> {
    const { documents, memory, now, replica } = this.#ground
    await segmentsReady(this.#ground)
    const names = documentsOf(this.#ground, ids[0] ?? '')
    await documents.hold(names, async () => {
      const told = new Map(ids.map((id) => [id, memory.awaited.get(id) ?? NOTHING]))
      const plans = ids.flatMap((id) => this.#write(id, told.get(id) ?? NOTHING) ?? [])
      await replica.saved(names)
      for (const { id, runs, awaits, until } of plans) {
        for (const run of runs) if (run.values.state === 'waiting') memory.runs.add(run.id)
        // Of what was told meanwhile nothing is planned yet.
        if (memory.awaited.get(id) !== told.get(id)) continue
        if (awaits.size === 0) memory.awaited.delete(id)
        else memory.awaited.set(id, awaits)
        this.#until.set(id, Math.max(until, now() + 1))
        if (awaits.size === 0) this.#until.delete(id)
      }
    })
  }

  /** Writes the runs of an order; null where what was told of it is not here yet. */
  #write(id: string, told: ToldOf): (OrderPlan & { readonly id: string }) | null {
    const { memory, now, replica } = this.#ground
    const all = [...replica.rows(rules)]
    let plan: OrderPlan | null = null
    replica.write((tx) => {
      const order = tx.find(orders, id)
      if (!order || !isHere(order, told)) return
      const heard = { of: told, onSince: (rule: string) => memory.onSince(rule), restorations: this.#restorations }
      plan = planOrder(all, order, heard, now(), lookIn(tx, this.#ground))
      for (const run of plan.runs) putRun(tx, run)
    })
    if (plan === null) this.#until.set(id, now() + SOON)
    return plan && { ...(plan as OrderPlan), id }
  }

  /** What was told before then starts no rule. */
  #switchAllOn(journal: number): void {
    const { memory, replica } = this.#ground
    for (const { id } of replica.rows(rules)) memory.on.set(id, Math.max(memory.onSince(id), journal))
  }

  #isHeardBySome(journal: number): boolean {
    const { memory, replica } = this.#ground
    return [...replica.rows(rules)].some(({ id, on, gone }) => on && !gone && memory.onSince(id) < journal)
  }
}

function isHere({ moves }: Order, told: ToldOf): boolean {
  return [...told.keys()].every((by) => by === CREATED || moves.some(({ id }) => id === by))
}
