import type { Columns } from '../../../shared/columns/columns.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { Documents } from '../documents/documents.ts'
import { openAnswer } from './answers.ts'
import { CalendarSlots } from './calendar/slots.ts'
import { KnownNumbers } from './calls/windows/numbers.ts'
import { Twins } from './customers/twins.ts'
import type { Directory, ItemsChanged } from './directory.ts'
import { Finding } from './finding/finding.ts'
import { Funnels } from './funnel/funnels.ts'
import type { Beside, Ground } from './ground.ts'
import { onTurn } from './lists/day-turn.ts'
import type { LiveAnswer, News } from './live-answer.ts'
import { Mail } from './mail/mail.ts'
import { Notices } from './notices/notices.ts'
import { PlanFacts } from './plans/fact/plan-facts.ts'
import type { Answer, Query } from './query.ts'
import { Reports } from './reports/reports.ts'
import { Segments } from './segments/segments.ts'
import type { Beginning, Held, Phase } from './start/beginning.ts'

interface Subscription {
  readonly query: Query
  readonly post: (answer: Answer) => void
  /** What stands on the screen while the live answer is still to come. */
  readonly held: Held
  /** Null while it is held. */
  readonly live: LiveAnswer | null
}

/** What screens are made of; the frame around them asks for less. */
const OF_SCREENS: ReadonlySet<Query['what']> = new Set(['list', 'board', 'funnel', 'report', 'planFact', 'trash'])

/** Changes are gathered this long (ms) before answers are posted: a frame. */
const GATHER = 16

/** All live queries of all pages: which answer a change touches, and posting it once per frame. */
export class LiveQueries {
  readonly #ground: Ground
  readonly #beginning: Beginning
  readonly #subscriptions = new Map<string, Subscription>()
  readonly #due = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | null = null
  /** When it is to post, ms of this worker's life. */
  #postsAt = 0
  /** Until then answers were posted last, and how long making them took, ms. */
  #posted = { until: 0, took: 0 }
  readonly #endDays: () => void
  readonly #asked = Promise.withResolvers<void>()
  /** Resolves when a screen has asked, and has what is remembered of its query. */
  readonly asked = this.#asked.promise

  constructor(directory: Directory, documents: Documents, beside: Beside, beginning: Beginning) {
    this.#beginning = beginning
    const [funnels, reports] = [new Funnels(directory), new Reports(directory)]
    const segments = new Segments(directory, reports)
    directory.segments = segments
    const finding = new Finding(directory, documents, () => this.#tellOf('found'))
    this.#ground = {
      directory,
      documents,
      beside,
      funnels,
      reports,
      segments,
      planFacts: new PlanFacts(directory, funnels, reports),
      twins: new Twins(directory, () => this.#tellOf('twins', this.#rest())),
      numbers: new KnownNumbers(directory),
      finding,
      calendar: new CalendarSlots(directory),
      notices: new Notices(directory, () => this.#tellOf('notices', this.#rest())),
      mail: new Mail(directory, finding, beside.user, () => this.#tellOf('mail', this.#rest())),
    }
    this.#endDays = onTurn(
      () => directory.around().today,
      () => this.#takeNewDay(),
      () => this.#takeMinute(),
    )
  }

  /** Answers a query now and after each change of the answer; the same `sub` again asks for another part or query. */
  subscribe(sub: string, query: Query, post: (answer: Answer) => void): void {
    const before = this.#subscriptions.get(sub)
    const held = this.#beginning.hold(query, before?.held ?? null)
    const live = held === null ? (this.#askedOf(before, query) ?? this.#open(sub, query)) : null
    this.#subscriptions.set(sub, { query, post, held, live })
    if (before?.live !== live) before?.live?.close?.()
    if (held === null) this.#soon(sub)
    else if (held === 'remembered') queueMicrotask(() => this.#remind(sub))
    if (OF_SCREENS.has(query.what)) setTimeout(this.#asked.resolve)
  }

  /** The session has come further: what was held is answered live. */
  reach(phase: Phase): void {
    if (!this.#beginning.reach(phase)) return
    for (const [sub, { query, post, held }] of this.#subscriptions) {
      if (held === null || this.#beginning.hold(query, held) !== null) continue
      this.#subscriptions.set(sub, { query, post, held: null, live: this.#open(sub, query) })
      this.#soon(sub)
    }
  }

  unsubscribe(sub: string): void {
    const before = this.#subscriptions.get(sub)
    this.#subscriptions.delete(sub)
    before?.live?.close?.()
  }

  /** Takes in what the feed says of records, for the search over everything and for notices. */
  takeRecords(changes: readonly Change[]): void {
    this.#ground.finding.take(changes)
    this.#ground.notices.take(changes)
    this.#ground.mail.take(changes)
  }

  /** Takes in changed items; answers they touch are posted within a frame. */
  take(changed: ItemsChanged): void {
    this.#ground.funnels.take(changed)
    this.#ground.reports.take(changed)
    this.#ground.planFacts.take(changed)
    this.#ground.twins.take(changed)
    this.#ground.numbers.take(changed)
    this.#touch(this.#ground.segments.takeAndTell(changed))
  }

  /** Takes in what stands from a document's columns; answers that it touches are posted within a frame. */
  stand(columns: Columns, isNew: boolean, document: string): void {
    const { finding, directory, funnels, reports, segments, planFacts, notices, mail } = this.#ground
    finding.stand(document, isNew)
    const changed = directory.stand(columns, isNew)
    if (isNew) funnels.stand(columns)
    reports.stand(columns, isNew)
    if (isNew) planFacts.stand(columns)
    if (isNew) for (const { collection, ids } of columns.sheaves) notices.stand(collection.name, ids)
    if (isNew) for (const { collection, ids } of columns.sheaves) mail.stand(collection.name, ids)
    this.#touch(isNew ? segments.stand(columns, changed) : changed)
  }

  /** The session's own state has changed: how it stands with saving and drafts, who else is online, or where files are. */
  takeOwn(what: 'status' | 'presence' | 'files' = 'status'): void {
    this.#tellOf(what)
  }

  close(): void {
    for (const sub of [...this.#subscriptions.keys()]) this.unsubscribe(sub)
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#beginning.close()
    this.#ground.twins.close()
    this.#ground.finding.close()
    this.#ground.notices.close()
    this.#ground.mail.close()
    this.#endDays()
  }

  #open(sub: string, query: Query): LiveAnswer {
    return openAnswer(this.#ground, query, () => this.#soon(sub))
  }

  /** What is kept of a query that is asked for another part or in another way; null where it begins anew. */
  #askedOf(before: Subscription | undefined, query: Query): LiveAnswer | null {
    if (!before?.live?.ask || before.query.what !== query.what) return null
    before.live.ask(query)
    return before.live
  }

  #touch(changed: ItemsChanged): void {
    this.#ground.calendar.take(changed)
    for (const [sub, { live }] of this.#subscriptions) if (live?.take?.(changed)) this.#soon(sub, this.#rest())
  }

  #tellOf(news: News, pause = GATHER): void {
    for (const [sub, { live }] of this.#subscriptions) if (live?.hears === news) this.#soon(sub, pause)
  }

  #takeNewDay(): void {
    this.#ground.notices.turn()
    this.#ground.segments.turn()
    for (const [sub, { live }] of this.#subscriptions) {
      if (!live?.turn) continue
      live.turn()
      this.#soon(sub)
    }
  }

  /** Time goes by: what has come to be late is told. */
  #takeMinute(): void {
    this.take(this.#ground.directory.turnLate())
    for (const [sub, { live }] of this.#subscriptions) if (live?.look?.()) this.#soon(sub, this.#rest())
  }

  #soon(sub: string, pause = GATHER): void {
    this.#due.add(sub)
    const at = performance.now() + pause
    if (this.#timer !== null && this.#postsAt <= at) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#post(), pause)
    this.#postsAt = at
  }

  /** Where one change follows the other, making answers anew for each takes half of this worker's time at most. */
  #rest(): number {
    return Math.max(GATHER, this.#posted.until + this.#posted.took - performance.now())
  }

  #post(): void {
    this.#timer = null
    const began = performance.now()
    const due = [...this.#due]
    this.#due.clear()
    for (const sub of due) {
      const subscription = this.#subscriptions.get(sub)
      if (subscription) this.#tell(subscription)
    }
    const until = performance.now()
    this.#posted = { until, took: until - began }
  }

  #remind(sub: string): void {
    const { query, post, held } = this.#subscriptions.get(sub) ?? { held: null }
    const answer = held && this.#beginning.answer(query)
    if (answer) post(answer)
  }

  #tell({ query, post, live }: Subscription): void {
    const answer = live?.answer()
    if (answer === undefined) return
    if ('next' in answer) {
      this.#tellInParts(answer, query, post)
      return
    }
    post(answer)
    this.#beginning.note(query, answer)
  }

  /** Goes on when others have been heard; a later letter, or whatever else is asked for, makes the rest needless. */
  #tellInParts(answers: Iterator<Answer>, query: Query, post: Subscription['post']): void {
    const goOn = () => {
      if (![...this.#subscriptions.values()].some((one) => one.query === query)) return
      const { value, done } = answers.next()
      if (done) return
      post(value)
      setTimeout(goOn)
    }
    goOn()
  }
}
