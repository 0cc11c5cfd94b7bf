import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { PhoneRequest, RequestOutcome } from '../../../shared/calls/protocol.ts'
import type { RequestsGiver } from '../door/ports.ts'

/** What one phone is to do. */
export interface Errand {
  readonly phone: string
  readonly request: PhoneRequest
  /** It was handed to the phone: once, or once more. */
  given(): void
  /** What the phone says came of it, where that is all that is said. */
  settled?(outcome: RequestOutcome): void
}

interface Posted extends Errand {
  /** When a poll has got it last, ms of the process's own clock. */
  polled: number
}

const MOST_SETTLED = 1000

type Give = (request: PhoneRequest) => void

/** Who polls gets what was given to it already once more behind this, ms: an answer may be lost. */
const GIVEN_AGAIN = 10_000
/** A phone that asked so long ago at most is there, ms: it polls, or its line is open. */
const THERE = 60_000

/** What phones are to do now, until it is done or taken down: given to whoever listens, and to whoever asks (SPEC BR7). */
export class Board implements Pick<RequestsGiver, 'next' | 'listen'> {
  readonly #posted = new Map<string, Posted>()
  /** What was settled, and by which phone: it may say so again. */
  readonly #settled = new Map<string, string>()
  readonly #lines = new Map<string, Set<Give>>()
  readonly #waiting = new Map<string, Set<() => void>>()
  readonly #asked = new Map<string, number>()
  readonly #came = new Set<() => void>()

  /** Puts something up; one that is up already stays as it is. */
  put(errand: Errand): void {
    const { phone, request } = errand
    if (this.#posted.has(request.id)) return
    this.#posted.set(request.id, { ...errand, polled: -Infinity })
    const lines = this.#lines.get(phone) ?? []
    for (const give of lines) give(request)
    if ([...lines].length > 0) errand.given()
    for (const wake of this.#waiting.get(phone) ?? []) wake()
  }

  takeDown(id: string): void {
    this.#posted.delete(id)
  }

  /** A phone says what came of something; whether that was all, now or before. */
  settle(phone: string, id: string, outcome: RequestOutcome): boolean {
    const posted = this.#posted.get(id)
    if (posted?.phone !== phone || !posted.settled) return this.#settled.get(id) === phone
    this.#posted.delete(id)
    this.#settled.set(id, phone)
    if (this.#settled.size > MOST_SETTLED) this.#settled.delete(this.#settled.keys().next().value ?? '')
    posted.settled(outcome)
    return true
  }

  /** Whether a phone listens now, or asked a moment ago. */
  isThere(phone: string): boolean {
    const asked = this.#asked.get(phone) ?? -Infinity
    return (this.#lines.get(phone)?.size ?? 0) > 0 || performance.now() - asked < THERE
  }

  /** Whether a phone hears at once of what is put up: its line is open, or it waits. */
  hears(phone: string): boolean {
    return (this.#lines.get(phone)?.size ?? 0) > 0 || (this.#waiting.get(phone)?.size ?? 0) > 0
  }

  /** Is told when a phone comes; returns its undo. */
  observe(came: () => void): () => void {
    this.#came.add(came)
    return () => this.#came.delete(came)
  }

  async next({ id: phone }: HeldPhone, wait: number, signal: AbortSignal): Promise<readonly PhoneRequest[]> {
    const until = performance.now() + wait
    const isNew = !this.isThere(phone)
    this.#asked.set(phone, performance.now())
    if (isNew) this.#tellCame()
    for (;;) {
      const now = performance.now()
      const all = this.#of(phone)
      const due = all.filter(({ polled }) => polled + GIVEN_AGAIN <= now)
      // Who has gone, or was shut out, takes nothing with him.
      if (signal.aborted) return []
      if (due.length > 0 || now >= until) return this.#give(phone, due, now)
      const again = Math.min(...all.map(({ polled }) => polled + GIVEN_AGAIN), until)
      await this.#somethingFor(phone, again - now, signal)
    }
  }

  /** A line that comes back is given all that is not done once more. */
  listen({ id: phone }: HeldPhone, give: Give): () => void {
    const lines = this.#lines.get(phone) ?? new Set<Give>()
    this.#lines.set(phone, lines.add(give))
    for (const { request, given } of this.#of(phone)) {
      give(request)
      given()
    }
    this.#tellCame()
    return () => lines.delete(give)
  }

  #of(phone: string): readonly Posted[] {
    return [...this.#posted.values()].filter((one) => one.phone === phone)
  }

  #give(phone: string, due: readonly Posted[], now: number): readonly PhoneRequest[] {
    this.#asked.set(phone, now)
    for (const one of due) {
      one.polled = now
      one.given()
    }
    return due.map(({ request }) => request)
  }

  #tellCame(): void {
    for (const came of this.#came) came()
  }

  /** Resolves when something is put up for a phone, or the time is over. */
  #somethingFor(phone: string, ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(phone) ?? new Set<() => void>()
      this.#waiting.set(phone, waiting)
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
      waiting.add(done)
    })
  }
}

/** What came of a request, as a report of its call. */
export function reportOf(id: string, { outcome, failure }: RequestOutcome) {
  const what = outcome === 'done' ? ('dialling' as const) : ('failed' as const)
  return { what, request: id, direction: 'out' as const, ...(failure && { failure }) }
}
