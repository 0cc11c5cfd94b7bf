import { type Call, calls } from '../../../shared/calls/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { type Event, events } from '../../../shared/events/collections.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { changesOf } from '../../../shared/records/reading/changes.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import { DAY_MS } from '../../../shared/time/days.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'

type Times = Pick<Call, 'asked' | 'rang' | 'answered' | 'ended'>

/**
 * What the phone says of when a talk began and ended, for the event of its call; null: it stands there, or somebody has written otherwise.
 * `before` are the call's times that the event may still have.
 */
export function timesFor(
  { start, end, state }: Pick<Event, 'start' | 'end' | 'state'>,
  call: Times,
  before: Times,
): Partial<Pick<Event, 'start' | 'end'>> | null {
  const began = call.answered ?? call.rang ?? call.asked
  const isPlanned = state === 'planned' && call.ended !== null
  const known: readonly (number | null)[] = [
    null,
    ...[call, before].flatMap((one) => [one.asked, one.rang, one.answered]),
  ]
  const patch = {
    ...(start !== began && began !== null && (known.includes(start) || isPlanned) && { start: began }),
    ...(end !== call.ended &&
      call.ended !== null &&
      (end === null || end === before.ended || isPlanned) && { end: call.ended }),
  }
  return Object.keys(patch).length > 0 ? patch : null
}

type EventGround = Pick<AgentGround, 'replica' | 'documents' | 'log'>

/** Gives the events of calls their beginning and end, whichever of the two comes first (SPEC BR10). */
export class EventTimes {
  readonly #ground: EventGround
  readonly #forget: () => void
  readonly #working = new Set<Promise<void>>()

  constructor(ground: EventGround) {
    this.#ground = ground
    const { replica } = ground
    const since = Date.now() - DAY_MS
    // What was cut off between the call and its event.
    for (const call of replica.rows(calls)) if ((call.ended ?? 0) > since) this.#mend(call, call)
    this.#forget = replica.observe((changes) => this.#hear(changes))
  }

  async stop(): Promise<void> {
    this.#forget()
    await Promise.all(this.#working)
  }

  #hear(changes: readonly Change[]): void {
    for (const { before, after } of changesOf(changes, calls)) if (after) this.#mend(after, before ?? after)
  }

  #mend(call: Call, before: Call): void {
    const { event } = call
    if (event === null || call.gone || !parseId(event)) return
    const { replica, documents, log } = this.#ground
    const work = documents
      .hold([documentOf(replica.pass.company, events.family, event)], () => {
        const made = findIn(replica)(events, event)
        const times = made && !made.gone ? timesFor(made, call, before) : null
        if (times) replica.write((tx) => tx.set(events, event, times))
      })
      .catch((err: unknown) => log.warn({ err, call: call.id }, 'the event of a call has no times'))
      .finally(() => this.#working.delete(work))
    this.#working.add(work)
  }
}
