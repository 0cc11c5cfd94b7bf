import type { Logger } from 'pino'
import { documentOf } from '../../../shared/documents/documents.ts'
import { type Mailing, mailingRecipients, mailings } from '../../../shared/mailings/collections.ts'
import { nextStart } from '../../../shared/mailings/outcomes/pace.ts'
import { waysOfCompany } from '../../../shared/messages/parameters/around.ts'
import { type Why, whyOf } from '../../../shared/rules/why.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { Lane } from '../../sending/sender/lane.ts'
import { countNow, recount } from '../counting/recount.ts'
import { LINES } from '../letters/lines.ts'
import { forAWhile } from './for-a-while.ts'
import { heardOf } from './heard.ts'
import { InHand } from './in-hand.ts'
import type { ReadyGround } from './ready.ts'
import { Slots } from './slots.ts'
import { type TryGround, tryReader } from './try-reader.ts'
import { Waiting } from './waiting.ts'
import { Writes } from './writes.ts'

/** It is looked so often at least whether something may go, ms: a clock may be set. */
const LOOK = 30_000
/** A try that failed in a way that nobody foresaw comes again behind so long, ms. */
const ODD_PAUSE = 30_000

export interface RunGround extends Pick<AgentGround, 'replica' | 'documents' | 'ledger' | 'log' | 'signal'> {
  readonly lines: ReadyGround['lines']
  readonly door: ReadyGround['door']
}

/** Sends one mailing as long as it runs; resolves when it does not any more, or at the signal. */
export async function runMailing(ground: RunGround, mailing: string): Promise<void> {
  const document = documentOf(ground.replica.pass.company, mailingRecipients.family, mailing)
  await ground.documents.hold([document], () => new Run(ground, mailing, document).run())
}

class Run {
  readonly #ground: RunGround
  readonly #id: string
  readonly #document: string
  readonly #lane = new Lane({ atOnce: Number.POSITIVE_INFINITY, gap: 0 })
  readonly #inHand = new InHand()
  readonly #waiting: Waiting
  readonly #writes: Writes
  readonly #try: TryGround
  readonly #log: Logger
  /** When one went last, ms since 1970. */
  #last: number | null
  #wake: () => void = () => undefined

  constructor(ground: RunGround, id: string, document: string) {
    const { replica, ledger, lines, door, log } = ground
    this.#ground = ground
    this.#id = id
    this.#document = document
    this.#log = log
    this.#waiting = new Waiting(replica, document)
    this.#writes = new Writes(replica, () => recount(ground, id))
    const heard = heardOf(replica, document)
    const put: TryGround['put'] = (reader, patch) => this.#writes.put(reader, patch)
    const [lane, inHand, slots] = [this.#lane, this.#inHand, new Slots(LINES)]
    const fresh = forAWhile(door)
    this.#try = { replica, find: findIn(replica), ledger, lines, door: fresh, log, heard, lane, inHand, slots, put }
    this.#last = this.#waiting.lastSent()
  }

  async run(): Promise<void> {
    const { replica, signal } = this.#ground
    const wake = () => this.#wake()
    const forget = replica.observe((changes) => {
      this.#waiting.hear(changes)
      wake()
    })
    signal.addEventListener('abort', wake)
    try {
      for (let mailing = this.#running(); mailing; mailing = this.#running()) {
        if (await this.#isOver(mailing)) break
        await this.#waitFor(this.#begin(mailing))
      }
    } finally {
      forget()
      signal.removeEventListener('abort', wake)
      await Promise.all(this.#waiting.busy())
      this.#writes.flush()
      await replica.saved([this.#document])
      await countNow(this.#ground, this.#id)
    }
  }

  /** The mailing, as long as it goes on. */
  #running(): Mailing | null {
    if (this.#ground.signal.aborted) return null
    const mailing = this.#try.find(mailings, this.#id)
    return mailing && !mailing.gone && mailing.state === 'running' ? mailing : null
  }

  /** Begins what may go now; gives in how many ms there may be more. */
  #begin(mailing: Mailing): number {
    const { zone } = waysOfCompany(this.#try.find)
    for (;;) {
      const now = Date.now()
      // The clock was set back: what went later than now went now.
      if (this.#last !== null && this.#last > now) this.#last = now
      const at = nextStart(mailing, { now, zone, last: this.#last })
      const wait = Math.max(at - now, this.#lane.opensIn)
      if (wait > 0) {
        const open = nextStart(mailing, { now, zone, last: null })
        if (open - now > LOOK) this.#say(mailing, { code: 'awaitsHours', params: {} })
        return Math.min(wait, LOOK)
      }
      // Whoever is told makes room, and wakes this.
      if (this.#waiting.busyCount >= this.#inHand.most) return LOOK
      const next = this.#waiting.take(now)
      if (next === null) return Math.min(LOOK, this.#waiting.opensIn(now))
      if (mailing.perHour !== null) this.#last = now
      this.#say(mailing, null)
      this.#tell(next)
    }
  }

  #tell(reader: string): void {
    const told = this.#lane
      .with(() => tryReader(this.#try, reader))
      .then(
        (tried) => {
          if (tried.is === 'stop') this.#stop(tried.why)
          return tried.is === 'until' ? tried.until : null
        },
        (err: unknown) => {
          if (!this.#ground.signal.aborted) this.#log.error({ err, reader }, 'a reader could not be told')
          return Date.now() + ODD_PAUSE
        },
      )
      .then((until) => {
        this.#waiting.put(reader, until)
        this.#wake()
      })
    this.#waiting.begin(reader, told)
  }

  /** Whether nobody waits any more and all of its readers are here; then it is finished. */
  async #isOver(mailing: Mailing): Promise<boolean> {
    if (!this.#waiting.isEmpty) return false
    this.#writes.flush()
    if (this.#waiting.count() < (mailing.all ?? 0)) {
      this.#say(mailing, { code: 'awaitsReaders', params: {} })
      return false
    }
    await this.#ground.replica.saved([this.#document])
    if (!this.#running() || !this.#waiting.isEmpty) return false
    this.#write({ state: 'finished', finished: Date.now(), why: null })
    return true
  }

  #stop(why: Why): void {
    const mailing = this.#running()
    if (mailing) this.#write({ state: 'paused', why: whyOf(why.code, why.params) })
  }

  #say(mailing: Mailing, why: Why | null): void {
    const said = why && whyOf(why.code, why.params)
    if (mailing.why !== said) this.#write({ why: said })
  }

  #write(patch: Partial<Pick<Mailing, 'state' | 'why' | 'finished'>>): void {
    this.#ground.replica.write((tx) => tx.set(mailings, this.#id, patch))
  }

  #waitFor(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms))
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.#ground.signal.aborted) this.#wake()
    })
  }
}
