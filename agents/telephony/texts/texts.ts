import { setTimeout as after } from 'node:timers/promises'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { isOfferedAt } from '../../../shared/features/places.ts'
import { type Message, messages } from '../../../shared/messages/collections.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { failed, type Outcome, type Ready } from '../../sending/outcome.ts'
import { attempt } from '../../sending/sender/attempt.ts'
import type { Ground } from '../../sending/sender/ground.ts'
import { Lane } from '../../sending/sender/lane.ts'
import { waits } from '../../sending/sender/may-go.ts'
import { Outgoing } from '../../sending/sender/outgoing.ts'
import { preparedSms } from '../../sending/sender/prepared.ts'
import type { HeldPhones } from '../phones/held-phones.ts'
import type { Board } from '../requests/board.ts'
import { wishOf } from '../requests/whose-wish.ts'
import { phoneGate } from './phone-gate.ts'

/** How often it is looked at least whose time has come, and behind a fault it is tried again, ms. */
const LOOK = 1000
const ODD_PAUSE = 30_000
/** Asked to stop, it comes to an end with what it has begun within so long, ms. */
const LAST_WORDS = 5000
/** One phone after the other: a lane of its own is none's bound. */
const WIDTH = { atOnce: 1000, gap: 0 }

/** It is not known here yet whose device has written it. */
const UNKNOWN: Outcome = { is: 'later', of: 'message', why: { code: 'awaitsData', params: {} } }

interface Ports {
  readonly ground: Pick<AgentGround, 'replica' | 'documents' | 'ledger' | 'log' | 'signal'>
  readonly board: Board
  readonly phones: Pick<HeldPhones, 'find'>
}

/** SMS that go by people's own phones (SPEC BR12): each waits until its phone is there, and is claimed in the ledger before it is asked for. */
export class Texts {
  readonly #ports: Ports
  readonly #ground: Ground
  readonly #outgoing: Outgoing
  /** Those that are being tried, and since when others may be tried again, ms since 1970. */
  readonly #busy = new Map<string, Promise<void>>()
  readonly #notBefore = new Map<string, number>()
  readonly #undo: (() => void)[] = []

  constructor(ports: Ports) {
    this.#ports = ports
    const { replica, documents, ledger, log } = ports.ground
    const lane = new Lane(WIDTH)
    this.#ground = {
      ...{ replica, documents, ledger, log },
      find: findIn(replica),
      often: { mayGo: () => null },
      lanes: { letter: lane, sms: lane },
      prepare: async (message) => this.#prepare(message),
    }
    const wants = (message: Message) => message.phone !== null && message.way === 'sms' && waits(message)
    this.#outgoing = new Outgoing({ replica, documents, log, wants, tell: () => this.#beginDue() })
  }

  start(): void {
    this.#outgoing.start()
    const looking = setInterval(() => this.#beginDue(), LOOK)
    this.#undo.push(
      () => clearInterval(looking),
      this.#ports.board.observe(() => this.#beginDue()),
    )
  }

  /** Lets phones answer for a while what they were asked; what they do not answer nobody knows (sending/SPEC SN15). */
  async stop(): Promise<void> {
    for (const undo of this.#undo) undo()
    await Promise.race([Promise.all(this.#busy.values()), after(LAST_WORDS, undefined, { ref: false })])
    this.#outgoing.stop()
  }

  #beginDue(): void {
    const now = Date.now()
    if (this.#ports.ground.signal.aborted) return
    for (const [id, { due }] of this.#outgoing.all()) {
      if (this.#busy.has(id) || Math.max(due, this.#notBefore.get(id) ?? 0) > now || !this.#mayTry(id)) continue
      this.#busy.set(
        id,
        this.#try(id).finally(() => this.#busy.delete(id)),
      )
    }
  }

  /** One that goes by no phone fails; one whose phone is away waits, and so does one of a writer who is not known yet. */
  #mayTry(id: string): boolean {
    if (!isOfferedAt('ways', 'sms')) return false
    const message = this.#ground.find(messages, id)
    const phone = message && this.#phoneOf(message)
    if (phone === null) return true
    return 'is' in phone ? phone !== UNKNOWN : this.#ports.board.isThere(phone.id)
  }

  async #try(id: string): Promise<void> {
    try {
      const again = await attempt(this.#ground, id)
      this.#notBefore.set(id, again ?? Date.now() + LOOK)
    } catch (err) {
      this.#ports.ground.log.error({ err, message: id }, 'an SMS could not be given to its phone')
      this.#notBefore.set(id, Date.now() + ODD_PAUSE)
    }
  }

  #prepare(message: Message): Ready | Outcome {
    const phone = this.#phoneOf(message)
    if ('is' in phone) return phone
    return preparedSms(
      message,
      { gate: phoneGate(this.#ports.board, phone, this.#ports.ground.signal) },
      this.#ground.find,
    )
  }

  /** The phone that a message goes by; or why it goes by none. */
  #phoneOf(message: Message): HeldPhone | Outcome {
    const phone = message.phone === null ? null : this.#ports.phones.find(message.phone)
    if (!phone || phone.isOff || !phone.texts) return failed('phoneGone', {})
    const wish = wishOf(this.#ground.find, message, phone.owner)
    if (wish === 'others') return failed('phoneOfOther', { phone: phone.name })
    return wish === 'unknown' ? UNKNOWN : phone
  }
}
