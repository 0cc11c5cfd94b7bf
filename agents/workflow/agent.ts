import { documentOf } from '../../shared/documents/documents.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { shelves } from '../../shared/documents/shelves.ts'
import type { FeedPage } from '../../shared/effects/feed.ts'
import { messages } from '../../shared/messages/collections.ts'
import { runs } from '../../shared/rules/collections.ts'
import type { Agent, AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { Waking } from '../runtime/waking.ts'
import { AgentSegments } from '../segments/segments.ts'
import { Driving } from './driving.ts'
import { type Ground, look } from './ground.ts'
import { HEARD, type Heard, heardIn } from './hearing.ts'
import { Memory } from './memory.ts'
import { Noting, notedPlace } from './noting.ts'
import { Planning } from './planning.ts'

/** The documents of rules and of the fields that criteria name. */
const RULES: readonly string[] = ['automation', 'setup']
/** The documents of what orders refer to, which are always open. */
const DATA: readonly string[] = ['goods', `customers/${COMMON}`]

/** Does what rules say: hears of orders, plans runs and does their steps (SPEC.md). */
export const workflow: Agent = {
  name: 'workflow',
  run: async (ground) => {
    const place = ground.cache.place('workflow.feed')
    const from = notedPlace(ground) ?? (await endOfJournal(ground))
    // What comes from now on is this folder's business, however soon it ends.
    if (place.read() === null) place.write(String(from))
    const begun = Number(place.read() ?? from)
    const { memory, isFresh } = Memory.from(ground.cache.place('workflow.memory'), begun)
    const { replica, documents } = ground
    const segments = new AgentSegments({ replica, documents, find: findIn(replica), now: Date.now })
    const work = new Work({ ...ground, memory, segments, now: Date.now }, ground.signal)
    if (isFresh) await work.findRuns()
    memory.keep()
    const hearing = { place, from, collections: HEARD, signal: ground.signal }
    await Promise.all([ground.feed.follow(hearing, (page) => work.take(page)), work.goOn()])
    work.end()
  },
}

/** The number behind which nothing has been journalled yet. */
function endOfJournal({ feed, replica, signal }: AgentGround): Promise<number> {
  const known = [...replica.rows(shelves)].map(({ journal }) => journal ?? 0)
  return feed.end(Math.max(0, ...known), signal)
}

class Work {
  readonly #ground: Ground
  readonly #signal: AbortSignal
  readonly #planning: Planning
  readonly #driving: Driving
  readonly #noting: Noting
  readonly #waking = new Waking()

  constructor(ground: Ground, signal: AbortSignal) {
    this.#ground = ground
    this.#signal = signal
    this.#planning = new Planning(ground)
    this.#driving = new Driving(ground)
    this.#noting = new Noting(ground)
    signal.addEventListener('abort', () => this.#waking.wake())
  }

  /** Finds the runs that wait: nothing is known of them here. Those of old quarters stand where their shelves say. */
  async findRuns(): Promise<void> {
    const { documents, replica } = this.#ground
    const names = [...replica.rows(shelves)].flatMap(({ document }) => document ?? [])
    this.#noteWaiting()
    for (const name of names.filter((one) => one.split('/')[1] === runs.family && !replica.isOpen(one)))
      await documents.hold([name], () => this.#noteWaiting())
  }

  /** Of all documents that are open now. */
  #noteWaiting(): void {
    const { memory, replica } = this.#ground
    for (const { id, state } of replica.rows(runs)) if (state === 'waiting') memory.runs.add(id)
  }

  /** Takes a page of the journal in; resolves when all that it leads to is planned, saved and remembered. */
  async take({ rows, restorations, last }: FeedPage): Promise<void> {
    const { memory, replica } = this.#ground
    const heard = heardIn(rows)
    this.#ground.segments.hear(rows)
    await this.#caughtUp([...(heard.hasRules ? RULES : []), ...(heard.hasData ? DATA : [])])
    await this.#planning.take(heard, restorations)
    const own = new Set(rows.flatMap((row) => (row.replica === replica.pass.replica ? row.record : [])))
    await this.#touch(heard, own)
    memory.keep()
    this.#noting.heard(last)
    this.#waking.wake()
  }

  /** Plans and drives what time brings, until the signal. */
  async goOn(): Promise<void> {
    while (!this.#signal.aborted) {
      const woken = this.#waking.next()
      const times = [await this.#planning.look(), await this.#driving.drive(this.#signal), this.#noting.look()]
      const until = Math.min(...times.map((time) => time ?? Number.POSITIVE_INFINITY))
      if (!this.#signal.aborted) await this.#waking.within(woken, until - this.#ground.now())
    }
  }

  /** What was heard is noted in the company, for whoever goes on with it. */
  end(): void {
    this.#noting.note()
  }

  async #touch(heard: Heard, own: ReadonlySet<string>): Promise<void> {
    const driving = this.#driving
    if (heard.hasRules) driving.touchAll()
    if (heard.hasData) driving.touchWaitingForData()
    driving.touchOf(heard.orders)
    for (const run of heard.runs) if (!own.has(run)) driving.touch(run)
    for (const message of heard.messages) await this.#touchRunOf(message)
  }

  /** A message that has gone, or will not, ends its step. */
  async #touchRunOf(message: string): Promise<void> {
    const { documents, replica } = this.#ground
    await documents.hold([documentOf(replica.pass.company, messages.family, message)], () => {
      const found = look(this.#ground, ({ find }) => find(messages, message))
      if (found?.run && found.state !== 'waiting') this.#driving.touch(found.run)
    })
  }

  /** What the journal has told is here: a mark comes back behind all that went before it. */
  #caughtUp(names: readonly string[]): Promise<void> {
    const { replica } = this.#ground
    return replica.saved(names.map((rest) => `${replica.pass.company}/${rest}`))
  }
}
