import { type Call, calls } from '../../../shared/calls/collections.ts'
import type { PhoneRequest } from '../../../shared/calls/protocol.ts'
import { DIALS_WITHIN } from '../../../shared/calls/settling/unended.ts'
import { devices, people } from '../../../shared/company/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import { changesOf } from '../../../shared/records/reading/changes.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import type { DialsOnce } from '../lines/dial-once.ts'
import type { Receivers } from '../receivers/receivers.ts'
import type { Board } from './board.ts'

export type DialRequest = Extract<PhoneRequest, { what: 'dial' }>

interface Ports {
  readonly ground: Pick<AgentGround, 'replica' | 'documents' | 'log'>
  readonly board: Board
  readonly receivers: Pick<Receivers, 'has' | 'dial'>
  readonly once: DialsOnce
  /** Dials by an office line; null: it is a phone, which is given the request. */
  readonly lineOf: (phone: string) => ((request: DialRequest) => void) | null
  /** Whether the phone or line of a call is there, switched on, and dials for whoever asked for it. */
  readonly mayDial: (phone: string, call: Call) => boolean
}

/** Codes with `*` and `#` set phones and networks: forwarding, for one. Who calls may show them for his number. */
const NO_NUMBER = /[*#]|^\D*$/

/** Of these it follows whose wish a call is (whose-wish.ts). */
const WHO_ASKS: ReadonlySet<string> = new Set([devices.name, people.name])

/** What a phone's program says by answering, or by not answering: then the request waits for the phone. */
const DONE = { outcome: 'done' } as const
const SILENT = { outcome: 'failed', failure: 'unsaid' } as const

/** Calls that somebody here wants dialled: heard of by the change feed, handed to their phones until these say what came of it. */
export class Dialling {
  readonly #ports: Ports
  /** Calls that a line, or a phone's own program, was asked for: once each. */
  readonly #asked = new Set<string>()
  readonly #forget: () => void

  constructor(ports: Ports) {
    this.#ports = ports
    const { replica } = ports.ground
    for (const call of replica.rows(calls)) this.#look(call)
    this.#forget = replica.observe((changes) => this.#hear(changes))
  }

  stop(): void {
    this.#forget()
  }

  #hear(changes: readonly Change[]): void {
    for (const { id, after } of changesOf(changes, calls)) {
      if (after) this.#look(after)
      else this.#ports.board.takeDown(id)
    }
    if (changes.some(({ collection }) => WHO_ASKS.has(collection.name))) this.#lookAgain()
  }

  /** It has come to be known whose device asks. */
  #lookAgain(): void {
    for (const call of this.#ports.ground.replica.rows(calls)) if (call.state === 'asked') this.#look(call)
  }

  #look(call: Call): void {
    const { id, state, gone, phone, number, asked } = call
    const { board, lineOf, mayDial } = this.#ports
    const until = (asked ?? 0) + DIALS_WITHIN
    const isWanted = !gone && (state === 'asked' || state === 'given') && until > Date.now()
    if (!isWanted || phone === null || number === null || !mayDial(phone, call) || NO_NUMBER.test(number)) {
      board.takeDown(id)
      this.#asked.delete(id)
      if (isWanted && NO_NUMBER.test(number ?? '')) this.#write(id, { state: 'failed', failure: 'wrongNumber' })
      return
    }
    const request: DialRequest = { id, what: 'dial', number, until }
    const line = lineOf(phone)
    if (line === null) {
      const isHeard = board.hears(phone)
      board.put({ phone, request, given: () => this.#given(id) })
      if (!isHeard && state === 'asked') void this.#askProgram(phone, request)
    } else if (!this.#asked.has(id)) {
      // One that is `given` already may be of a bridge that is no more.
      this.#asked.add(id)
      line(request)
      this.#given(id)
    }
  }

  /** A phone that nobody looks at may have a program that dials: one bridge asks it, once (SPEC BR13). */
  async #askProgram(phone: string, request: DialRequest): Promise<void> {
    const { id, number } = request
    const { receivers, once, ground } = this.#ports
    if (this.#asked.has(id) || !receivers.has(phone)) return
    this.#asked.add(id)
    try {
      const asked = await once(request, async () => ((await receivers.dial(phone, number)) ? DONE : SILENT))
      if (asked?.outcome === 'done') this.#given(id)
    } catch (err) {
      ground.log.warn({ err, call: id }, 'the program of a phone is not asked to dial')
    }
  }

  /** Writes that the phone has heard of it. */
  #given(id: string): void {
    this.#write(id, { state: 'given' })
  }

  /** Writes how a call stands that is asked for. */
  #write(id: string, standing: Pick<Partial<Call>, 'state' | 'failure'>): void {
    const { replica, documents, log } = this.#ports.ground
    const work = () =>
      void replica.write((tx) => {
        if (tx.find(calls, id)?.state === 'asked') tx.set(calls, id, standing)
      })
    documents.hold([documentOf(replica.pass.company, calls.family, id)], work).catch((err: unknown) => {
      if (!(err instanceof Failure)) throw err
      log.warn({ err, call: id }, 'how a call stands is not written')
    })
  }
}
