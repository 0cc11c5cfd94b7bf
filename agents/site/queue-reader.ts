import { COMMON } from '../../shared/documents/families.ts'
import { mailingConsents } from '../../shared/mailings/collections.ts'
import type { QueueItem } from '../../shared/site/door.ts'
import type { SiteStanding } from '../../shared/site/standing.ts'
import { takeDeed } from '../mailings/deeds/take-deed.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { isPassing } from '../runtime/server/api.ts'
import type { DoorLine } from './door-line.ts'
import { takeOrder } from './taking.ts'

/** What cannot be taken is tried so often before it is set aside, and once more behind so long, ms. */
const TRIES = 5
const ANEW = 3_600_000

export type QueueGround = Pick<AgentGround, 'replica' | 'documents' | 'door' | 'log' | 'signal'> & {
  readonly tellSite: (standing: SiteStanding) => Promise<void>
}

/** Makes records of what stands in one door's queue; what cannot become one holds nothing back (SPEC WB16). */
export class QueueReader {
  readonly #ground: QueueGround
  readonly #line: DoorLine
  /** Is told how many deeds stand aside at this door, where that may be another number. */
  readonly #tell: (aside: number) => Promise<void>
  /** How often what is not taken yet was tried, by number. */
  readonly #tries = new Map<number, number>()
  /** What has become records behind something that has not, and is settled with it. */
  readonly #taken = new Set<number>()
  /** When what stands aside was taken up last, ms of the process's clock; null: never. */
  #tookUp: number | null = null
  #isTold = false

  constructor(ground: QueueGround, line: DoorLine, tell: (aside: number) => Promise<void>) {
    this.#ground = ground
    this.#line = line
    this.#tell = tell
  }

  /** Something has changed by which what stands aside may be taken. */
  touch(): void {
    this.#tookUp = null
  }

  /** Takes a page of the queue, waiting for one; false: something waits that could not be taken. Failures of DoorLine. */
  async read(): Promise<boolean> {
    await this.#takeUp()
    // From the front each time: what is settled stands there no more.
    const items = await this.#line.queue(0)
    for (const item of items) if (!this.#taken.has(item.number)) await this.#take(item)
    await this.#settle(items)
    return this.#tries.size === 0
  }

  async #takeUp(): Promise<void> {
    const now = performance.now()
    if (this.#tookUp !== null && now - this.#tookUp < ANEW) return
    await this.#line.takeUp()
    this.#tookUp = now
    this.#isTold = false
  }

  async #take(item: QueueItem): Promise<void> {
    const { signal, log } = this.#ground
    const { did, number } = item
    try {
      if (await takeOne(this.#ground, item)) this.#isDone(number)
      else this.#tried(number)
    } catch (err) {
      signal.throwIfAborted()
      log.error({ err, did, number }, 'what was done at the door could not be taken')
      this.#tried(number, isPassing(err) ? 0 : 1)
    }
  }

  #isDone(number: number): void {
    this.#tries.delete(number)
    this.#taken.add(number)
  }

  #tried(number: number, times = 1): void {
    this.#tries.set(number, (this.#tries.get(number) ?? 0) + times)
  }

  /** Settles up to where all has become records, or stands aside. */
  async #settle(items: readonly QueueItem[]): Promise<void> {
    const hopeless = [...this.#tries].filter(([, tries]) => tries >= TRIES).map(([number]) => number)
    if (hopeless.length > 0 || (!this.#isTold && this.#tries.size === 0)) await this.#setAside(hopeless)
    const first = items.findIndex(({ number }) => this.#tries.has(number))
    const upTo = items.at(first < 0 ? -1 : first - 1)?.number
    if (first === 0 || upTo === undefined) return
    await this.#line.settled(upTo)
    for (const number of this.#taken) if (number <= upTo) this.#taken.delete(number)
  }

  async #setAside(numbers: readonly number[]): Promise<void> {
    const aside = await this.#line.setAside(numbers)
    for (const number of numbers) this.#tries.delete(number)
    if (numbers.length > 0) this.#ground.log.error({ numbers, aside }, 'what was done at the door stands aside')
    await this.#tell(aside)
    this.#isTold = true
  }
}

/** False: it could not become a record now. */
async function takeOne(ground: QueueGround, item: QueueItem): Promise<boolean> {
  const { replica, documents } = ground
  if (item.did === 'ordered') return await takeOrder(ground, item.order)
  const { number: _, ...deed } = item
  const consents = `${replica.pass.company}/${mailingConsents.family}/${COMMON}`
  await documents.hold([consents], () => takeDeed(ground, deed))
  return true
}
