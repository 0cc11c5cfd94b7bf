import { type Call, calls } from '../../../shared/calls/collections.ts'
import { closedBy, closesAt } from '../../../shared/calls/settling/unended.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { changesOf } from '../../../shared/records/reading/changes.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { documentsAround } from '../reports/known-calls.ts'

/** How often it is looked whether a call's time is up, ms. */
const LOOK = 1000

type UnendedGround = Pick<AgentGround, 'replica' | 'documents' | 'log' | 'signal'>

/** Closes calls of which nothing more is told (SPEC BR8, CS9), those too whose bridge was away meanwhile. Until the signal. */
export class Unended {
  readonly #ground: UnendedGround
  readonly #now: () => number
  /** Calls that are not over, by when they are closed. */
  readonly #open = new Map<string, number>()
  readonly #forget: () => void
  readonly #looking: NodeJS.Timeout
  #closing = Promise.resolve()

  constructor(ground: UnendedGround, now: () => number = Date.now, every = LOOK) {
    this.#ground = ground
    this.#now = now
    for (const call of ground.replica.rows(calls)) this.#note(call)
    this.#forget = ground.replica.observe((changes) => this.#hear(changes))
    this.#looking = setInterval(() => this.#look(), every)
  }

  /** Looks at the day before, whichever quarter it lies in. */
  async begin(): Promise<void> {
    const { replica, documents } = this.#ground
    const names = documentsAround(replica.pass.company, this.#now() - DAY_MS)
    await documents.hold(names, () => {
      for (const name of names) for (const call of replica.rowsIn(name, calls)) this.#note(call)
    })
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking)
    this.#forget()
    await this.#closing
  }

  #hear(changes: readonly Change[]): void {
    for (const { id, after } of changesOf(changes, calls)) {
      if (after) this.#note(after)
      else this.#open.delete(id)
    }
  }

  #note(call: Call): void {
    const at = call.gone ? null : closesAt(call)
    if (at === null) this.#open.delete(call.id)
    else this.#open.set(call.id, at)
  }

  #look(): void {
    const now = this.#now()
    const late = [...this.#open].flatMap(([id, at]) => (at <= now ? [id] : []))
    for (const id of late) this.#open.delete(id)
    if (late.length > 0) this.#closing = this.#closing.then(() => this.#close(late, now))
  }

  async #close(ids: readonly string[], now: number): Promise<void> {
    const { replica, documents, log } = this.#ground
    const names = new Set(ids.map((id) => documentOf(replica.pass.company, calls.family, id)))
    try {
      await documents.hold(names, () => {
        replica.write((tx) => {
          for (const id of ids) {
            const call = tx.find(calls, id)
            const closed = call && closedBy(call, now)
            if (closed) tx.set(calls, id, closed)
          }
        })
      })
    } catch (err) {
      log.warn({ err }, 'calls without an end are not closed')
      for (const id of ids) this.#open.set(id, now)
    }
  }
}
