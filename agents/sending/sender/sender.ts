import { setTimeout as after } from 'node:timers/promises'
import type { Logger } from 'pino'
import { features } from '../../../shared/features/collections.ts'
import { isOfferedAt } from '../../../shared/features/places.ts'
import type { AccountStanding } from '../../../shared/letters/accounts.ts'
import type { Message, Way } from '../../../shared/messages/collections.ts'
import type { MailRefusal } from '../../../shared/messages/own-mail.ts'
import type { Agent, AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { CurrentAccounts } from '../accounts/current-accounts.ts'
import { CurrentWays } from '../ways/ways.ts'
import { attempt } from './attempt.ts'
import type { Ground } from './ground.ts'
import { Lane } from './lane.ts'
import { waits } from './may-go.ts'
import { Often } from './often.ts'
import { Outgoing } from './outgoing.ts'
import { prepared } from './prepared.ts'

/** Settings that were read so long ago are read anew before something is sent, ms. */
const FRESH = 10_000
/** A message whose try failed in a way that nobody foresaw is tried again behind so long, ms. */
const ODD_PAUSE = 30_000
/** Behind a try nothing is left to do; where a message waits all the same, it is not tried without a rest, ms. */
const REST = 1_000
/** Asked to stop, it comes to an end with what it has begun within so long, ms. */
const LAST_WORDS = 8_000
/** It is looked at so often at least, ms: a clock that was set does not keep anything from going. */
const LOOK = 30_000

/** Sends the letters and SMS whose time has come (sending/SPEC). */
export const sender: Agent = {
  name: 'sender',
  run: (ground) => new Work(ground).run(),
}

class Work {
  readonly #ground: Ground
  readonly #signal: AbortSignal
  readonly #log: Logger
  readonly #outgoing: Outgoing
  readonly #often: Often
  readonly #ways: CurrentWays
  readonly #accounts: CurrentAccounts
  readonly #lanes: Readonly<Record<Way, Lane>> = {
    letter: new Lane({ atOnce: 4, gap: 20 }),
    sms: new Lane({ atOnce: 4, gap: 100 }),
  }
  /** Those that are being tried, and since when others may be tried again, ms since 1970. */
  readonly #busy = new Map<string, Promise<void>>()
  readonly #notBefore = new Map<string, number>()
  #wake: () => void = () => undefined
  readonly #replica: AgentGround['replica']

  constructor({ replica, documents, ledger, settings, mailAccounts, tellStanding, folder, log, signal }: AgentGround) {
    this.#signal = signal
    this.#replica = replica
    this.#log = log
    this.#ways = new CurrentWays(settings, folder, FRESH, () => {
      for (const lane of Object.values(this.#lanes)) lane.reopen()
    })
    this.#accounts = new CurrentAccounts(mailAccounts, FRESH)
    const [ways, accounts, lanes, find] = [this.#ways, this.#accounts, this.#lanes, findIn(replica)]
    const tell = (refusal: MailRefusal) =>
      tellStanding(standingOf(refusal)).catch((err) =>
        log.warn({ err, account: refusal.account }, 'a refusal is not told'),
      )
    const often = new Often(replica, find)
    this.#often = often
    const preparing = { replica, find, accounts, tellRefusal: tell }
    const prepare = async (message: Message) => await prepared(message, await ways.now(), preparing)
    this.#ground = { replica, find, documents, often, ledger, prepare, lanes, log }
    // What goes by somebody's own phone is the bridge's (agents/telephony).
    const wants = (message: Message) => message.phone === null && waits(message)
    this.#outgoing = new Outgoing({ replica, documents, log, wants, tell: () => this.#wake() })
  }

  async run(): Promise<void> {
    const wake = () => this.#wake()
    this.#signal.addEventListener('abort', wake)
    const forget = this.#replica.observe((changes) => {
      if (changes.some(({ collection }) => collection.name === features.name)) wake()
    })
    try {
      this.#often.start()
      this.#outgoing.start()
      while (!this.#signal.aborted) await this.#waitFor(this.#beginDue())
    } finally {
      this.#signal.removeEventListener('abort', wake)
      forget()
      await Promise.race([Promise.all(this.#busy.values()), after(LAST_WORDS, undefined, { ref: false })])
      this.#outgoing.stop()
      this.#often.stop()
      this.#ways.close()
      this.#accounts.close()
    }
  }

  /** Begins all whose time has come; gives in how many ms there is more to do. */
  #beginDue(): number {
    let next = LOOK
    const all = this.#outgoing.all()
    for (const id of this.#notBefore.keys()) if (!all.has(id)) this.#notBefore.delete(id)
    for (const [id, { due, way }] of all) {
      if (this.#busy.has(id) || !isOfferedAt('ways', way)) continue
      const lane = this.#lanes[way]
      const wait = Math.max(due - Date.now(), (this.#notBefore.get(id) ?? 0) - Date.now(), lane.opensIn)
      if (wait <= 0) this.#begin(id, lane)
      else next = Math.min(next, wait)
    }
    return next
  }

  #begin(id: string, lane: Lane): void {
    const tried = lane.with(() => this.#try(id))
    const done = tried.finally(() => {
      this.#busy.delete(id)
      this.#wake()
    })
    this.#busy.set(id, done)
  }

  async #try(id: string): Promise<void> {
    try {
      const again = await attempt(this.#ground, id)
      this.#notBefore.set(id, again ?? Date.now() + REST)
    } catch (err) {
      if (this.#signal.aborted) return
      this.#log.error({ err, message: id }, 'a message could not be tried')
      this.#notBefore.set(id, Date.now() + ODD_PAUSE)
    }
  }

  #waitFor(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.#signal.aborted) this.#wake()
    })
  }
}

function standingOf({ account, changed, answer }: MailRefusal): AccountStanding {
  const trouble = answer.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500)
  return { account, changed, side: 'send', state: answer === '' ? 'connected' : 'refused', trouble }
}
