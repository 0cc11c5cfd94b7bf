import { documentOf } from '../../shared/documents/documents.ts'
import { Failure } from '../../shared/errors.ts'
import { hasFeature } from '../../shared/features/known.ts'
import { type Message, messages } from '../../shared/messages/collections.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { Transaction } from '../../shared/records/writing/transaction.ts'
import { type Action, type Run, type RunState, rules, runs, type Step } from '../../shared/rules/collections.ts'
import { CREATED, effectKey } from '../../shared/rules/ids.ts'
import { zoneOf } from '../../shared/rules/look.ts'
import { isUndone, occasionsOf } from '../../shared/rules/planning/occasions.ts'
import { planRun } from '../../shared/rules/planning/plan.ts'
import { cancelRun, dropRun, isWaiting, putRun, settleStep } from '../../shared/rules/runs/commands.ts'
import { messageOf } from '../../shared/rules/runs/made.ts'
import { type Next, nextStep } from '../../shared/rules/runs/next-step.ts'
import { whyOf } from '../../shared/rules/why.ts'
import { fullJitter } from '../runtime/server/backoff.ts'
import { doStep } from './doing/do-step.ts'
import { type End, formatEnd, parseEnd } from './doing/end.ts'
import { documentsOf, type Ground, look, lookIn } from './ground.ts'
import { segmentsReady } from './segments-ready.ts'

/** Does what runs have to do, a step at a time. */
export class Driving {
  readonly #ground: Ground
  /** When a run is to be looked at again, ms; without it at once. Infinity: when it is told of. */
  readonly #until = new Map<string, number>()
  /** What was told of while it may have been looked at. */
  readonly #touched = new Set<string>()
  readonly #orderOf = new Map<string, string>()
  readonly #waitingForData = new Set<string>()
  /** How often a run was tried in vain. */
  readonly #tries = new Map<string, number>()

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Something has happened to a run, or to what it acts on. */
  touch(run: string): void {
    this.#ground.memory.runs.add(run)
    this.#wakeUp(run)
  }

  touchAll(): void {
    for (const run of this.#ground.memory.runs) this.#wakeUp(run)
  }

  /** Orders have changed: their runs may have come to an end. */
  touchOf(orders: ReadonlySet<string>): void {
    for (const [run, order] of this.#orderOf) if (orders.has(order)) this.#wakeUp(run)
  }

  /** Something has arrived that orders refer to. */
  touchWaitingForData(): void {
    for (const run of this.#waitingForData) this.#wakeUp(run)
  }

  /** Drives all runs whose time has come; says when to go on, ms; null: when something is told. */
  async drive(signal: AbortSignal): Promise<number | null> {
    if (!hasFeature('rules')) return null
    const { memory, now } = this.#ground
    const due = [...memory.runs].filter((id) => (this.#until.get(id) ?? 0) <= now())
    const isDue = due.length > 0
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#driveAll(due, signal)))
    if (isDue) memory.keep()
    const times = [...memory.runs].map((id) => this.#until.get(id) ?? 0)
    const next = Math.min(...times)
    return Number.isFinite(next) ? next : null
  }

  /** Takes one run after the other of those that are due. */
  async #driveAll(due: string[], signal: AbortSignal): Promise<void> {
    for (let id = due.shift(); id !== undefined && !signal.aborted; id = due.shift()) {
      this.#touched.delete(id)
      const until = await this.#tried(id)
      if (this.#touched.delete(id)) this.#until.delete(id)
      else if (until === OVER) this.#forget(id)
      else this.#until.set(id, until)
    }
  }

  #wakeUp(run: string): void {
    this.#until.delete(run)
    this.#touched.add(run)
  }

  #forget(id: string): void {
    this.#ground.memory.runs.delete(id)
    this.#until.delete(id)
    this.#orderOf.delete(id)
    this.#waitingForData.delete(id)
    this.#tries.delete(id)
  }

  /** Drives one run as far as it goes now; when to look again. One that fails is tried again, later and later. */
  async #tried(id: string): Promise<number> {
    const { log, now } = this.#ground
    try {
      const until = await this.#driveOne(id)
      this.#tries.delete(id)
      return until
    } catch (err) {
      const tries = this.#tries.get(id) ?? 0
      this.#tries.set(id, tries + 1)
      log.warn({ run: id, tries, ...(err instanceof Failure ? { code: err.code } : { err }) }, 'a run waits')
      return now() + 500 + fullJitter(tries)
    }
  }

  async #driveOne(id: string): Promise<number> {
    const { documents, replica } = this.#ground
    const own = documentOf(replica.pass.company, runs.family, id)
    return documents.hold([own], () => {
      const run = look(this.#ground, ({ find }) => find(runs, id))
      // A run that is told of may not be here yet.
      if (!run?.order) return this.#ground.now() + SOON
      this.#orderOf.set(id, run.order)
      return documents.hold(documentsOf(this.#ground, run.order), () => this.#steps(id))
    })
  }

  /** Takes step after step until there is none that can be taken now. */
  async #steps(id: string): Promise<number> {
    for (;;) {
      const run = look(this.#ground, ({ find }) => find(runs, id))
      if (!run || run.gone) return OVER
      if (run.steps.length === 0) return run.state === 'waiting' ? this.#again(run) : OVER
      this.#waitingForData.delete(id)
      await this.#hearMessages(run)
      const next = this.#nextOf(run)
      if (next === null) return run.steps.some(isWaiting) ? Number.POSITIVE_INFINITY : OVER
      if (next.is === 'wait') return next.until
      const until = next.is === 'end' ? await this.#end(run, next) : await this.#do(run, next)
      if (until !== null) return until
    }
  }

  #nextOf(run: Run): Next {
    return look(this.#ground, (around) =>
      nextStep(run, {
        rule: around.find(rules, run.rule ?? ''),
        order: around.find(orders, run.order ?? ''),
        now: this.#ground.now(),
        zone: zoneOf(around),
      }),
    )
  }

  async #end(run: Run, { step, state, why }: Extract<Next, { is: 'end' }>): Promise<null> {
    const { id } = run
    await this.#written(run, (tx) => {
      if (state === 'cancelled') cancelRun(tx, { id, why })
      else settleStep(tx, { id, step: step.id, state, why })
    })
    return null
  }

  /** Does a step, if it is ours to do; when to look again, null: at once. */
  async #do(run: Run, { step, action }: Extract<Next, { is: 'do' }>): Promise<number | null> {
    const { ledger, now } = this.#ground
    const by = run.move ?? CREATED
    const key = effectKey({ rule: run.rule ?? '', order: run.order ?? '', by }, step.id, step.asked ?? 0)
    const performed = await ledger.perform(key, 'repeat', () => this.#perform(run, step, action))
    if (performed.is === 'held') return Math.min(performed.until, now() + HELD_LOOK)
    if (performed.is === 'settled') await this.#takeOver(run, step, performed.outcome)
    return null
  }

  /** Does a step and writes what came of it, at one stroke; unless that is written already. Gives it as a text. */
  async #perform(run: Run, step: Step, action: Action): Promise<string> {
    let outcome: End = {}
    await this.#written(run, (tx) => {
      const present = tx.get(runs, run.id).steps.find(({ id }) => id === step.id)
      if (!present || !isWaiting(present) || present.made !== null) return
      outcome = doStep(tx, { run, step, action, rule: tx.get(rules, run.rule ?? '') }, lookIn(tx, this.#ground))
      settleStep(tx, { id: run.id, step: step.id, attempts: (step.attempts ?? 0) + 1, ...outcome })
    })
    return formatEnd(outcome)
  }

  /** It was done before. Whoever did it wrote so, and that is here behind the mark; a restored server may have lost it. */
  async #takeOver(run: Run, step: Step, outcome: string): Promise<void> {
    const { replica } = this.#ground
    await replica.saved(documentsOf(this.#ground, run.order ?? ''))
    await this.#written(run, (tx) => {
      const present = tx.get(runs, run.id).steps.find(({ id }) => id === step.id)
      if (present && isWaiting(present) && present.made === null && present.asked === step.asked)
        settleStep(tx, { id: run.id, step: step.id, ...parseEnd(outcome) })
    })
  }

  /** Steps whose messages have gone, or will not, say so. */
  async #hearMessages(run: Run): Promise<void> {
    const ended = look(this.#ground, ({ find }) =>
      run.steps.filter(isWaiting).flatMap((step) => {
        const id = messageOf(step)
        const message = id === null ? null : find(messages, id)
        const state = message?.state && STATE_OF[message.state]
        return state ? [{ id: run.id, step: step.id, state, why: message.why }] : []
      }),
    )
    if (ended.length === 0) return
    await this.#written(run, (tx) => {
      for (const end of ended) settleStep(tx, end)
    })
  }

  /** A run that waited for data is planned once more. */
  async #again(run: Run): Promise<number> {
    const { id } = run
    this.#waitingForData.add(id)
    await segmentsReady(this.#ground)
    await this.#written(run, (tx) => {
      const around = lookIn(tx, this.#ground)
      const rule = around.find(rules, run.rule ?? '')
      const order = around.find(orders, run.order ?? '')
      if (!rule || rule.gone || !rule.on)
        return dropRun(tx, { id, why: whyOf(rule?.on === false ? 'ruleOff' : 'ruleRemoved') })
      if (!order) return
      const by = run.move ?? CREATED
      const occasion = occasionsOf(rule, order).find((one) => one.by === by)
      const planned = occasion && planRun({ rule, order, occasion, heard: run.heard ?? this.#ground.now() }, around)
      if (planned) putRun(tx, planned)
      else dropRun(tx, { id, why: whyOf(isUndone(order, by) ? 'undone' : 'criteriaUnmet') })
    })
    const after = look(this.#ground, ({ find }) => find(runs, id))
    return after && after.steps.length > 0 ? this.#steps(id) : this.#ground.now() + DATA_LOOK
  }

  /** Writes, and waits until the server has saved it. */
  async #written({ order }: Run, act: (tx: Transaction) => void): Promise<void> {
    const { replica } = this.#ground
    const written = replica.write(act)
    await replica.saved([
      ...new Set(written.map(({ document }) => document)),
      ...documentsOf(this.#ground, order ?? ''),
    ])
  }
}

/** So many runs at once. */
const AT_ONCE = 32
/** Nothing is to be done about it any more. */
const OVER = -1
/** What is on its way to us is looked for again after this, ms; what somebody else does, and data that have not arrived. */
const SOON = 200
const HELD_LOOK = 5_000
const DATA_LOOK = 10_000

const STATE_OF: { readonly [S in NonNullable<Message['state']>]: RunState | null } = {
  waiting: null,
  sent: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  doubtful: 'doubtful',
}
