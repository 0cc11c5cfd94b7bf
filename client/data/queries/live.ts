import { COLLECTIONS } from '../../../shared/collections.ts'
import type { Columns } from '../../../shared/columns/columns.ts'
import { Failure } from '../../../shared/errors.ts'
import type { FileRecord } from '../../../shared/files/collections.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { writtenApart } from '../../../shared/records/reading/overwritten.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import { TAGGED } from '../../../shared/tags/tagged.ts'
import type { Documents } from '../documents/documents.ts'
import type { FileState } from '../files/device-files.ts'
import { claims } from './bank/claims.ts'
import { LiveBoard } from './board/live-board.ts'
import { CalendarSlots } from './calendar/slots.ts'
import { aboutCustomer, SHOWN_OF_CUSTOMER } from './customers/about-customer.ts'
import { Twins } from './customers/twins.ts'
import type { Directory, ItemsChanged } from './directory.ts'
import { discussion, touchesDiscussion } from './discussion/discussion.ts'
import { filesOf } from './files/files.ts'
import { Finding } from './finding/finding.ts'
import type { FindQuery } from './finding/query.ts'
import { Funnels } from './funnels.ts'
import { pricing } from './goods/pricing.ts'
import { LiveTimers } from './jobs/live-timers.ts'
import { loadOf } from './jobs/load.ts'
import { knownHistory, type Unsent } from './known-history.ts'
import { onTurn } from './lists/day-turn.ts'
import { LiveList } from './lists/live-list.ts'
import type { LiveFunnel } from './live-funnel.ts'
import { Notices } from './notices/notices.ts'
import type {
  AllQuery,
  Answer,
  DraftsQuery,
  FunnelQuery,
  HistoryQuery,
  ListQuery,
  PresenceQuery,
  Query,
  RecordQuery,
  StatusQuery,
} from './query.ts'
import { LiveRelated } from './related/live-related.ts'
import { LiveRings } from './rings/live-rings.ts'
import type { Beginning, Held, Phase } from './start/beginning.ts'
import { tagsOf } from './tags/tags.ts'
import { LiveTimeline } from './timeline/live-timeline.ts'
import { SHOWN_IN_TRASH, trash } from './trash.ts'
import { usesOf } from './uses/uses.ts'

/** Queries about the device itself are answered by the session. */
export type OwnQuery = DraftsQuery | StatusQuery | PresenceQuery

/** What live queries ask of the session. */
export interface Beside {
  answer(query: OwnQuery): Answer
  /** How it is with the bytes of a file. */
  file(record: FileRecord): FileState
  /** Keeps a document open, and says when it is; returns its undo. */
  watch(document: string, there: () => void): () => void
  /** Whose account it is. */
  readonly user: string
  /** The keys of a document that the server has not said to be saved. */
  unsent(document: string): Unsent
}

/** What is kept of a query, so that a change does not mean to answer it from the start. */
interface Kept {
  list?: LiveList
  board?: LiveBoard
  funnel?: LiveFunnel
  rings?: LiveRings
  timeline?: LiveTimeline
  related?: LiveRelated
  timers?: LiveTimers
  /** Lets go the document that holds the record. */
  unwatch?: () => void
}

interface Subscription extends Kept {
  readonly query: Query
  readonly post: (answer: Answer) => void
  /** What stands on the screen while the live answer is still to come. */
  readonly held: Held
}

/** What screens are made of; the frame around them asks for less. */
const OF_SCREENS: ReadonlySet<Query['what']> = new Set(['list', 'board', 'funnel', 'trash'])

const OF_TWINS: ReadonlySet<Query['what']> = new Set(['customer', 'duplicates'])
const OF_NOTICES: ReadonlySet<Query['what']> = new Set(['notices', 'unread'])

/** Changes are gathered this long (ms) before answers are posted: a frame. */
const GATHER = 16

/** All live queries of all pages: which answer a change touches, and posting it once per frame. */
export class LiveQueries {
  readonly #directory: Directory
  readonly #documents: Documents
  readonly #funnels: Funnels
  readonly #twins: Twins
  readonly #finding: Finding
  readonly #calendar: CalendarSlots
  readonly #notices: Notices
  readonly #beside: Beside
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
    this.#directory = directory
    this.#documents = documents
    this.#funnels = new Funnels(directory)
    this.#twins = new Twins(directory, () => this.#tellOfTwins())
    this.#calendar = new CalendarSlots(directory)
    this.#notices = new Notices(directory, () => this.#tellOf(OF_NOTICES))
    this.#beside = beside
    this.#finding = new Finding(directory, documents, () => this.#tellOfFinding())
    this.#endDays = onTurn(
      () => directory.around().today,
      () => this.#takeNewDay(),
      () => this.take(directory.turnLate()),
    )
  }

  /** Answers a query now and after each change of the answer; the same `sub` again asks for another part or query. */
  subscribe(sub: string, query: Query, post: (answer: Answer) => void): void {
    const before = this.#subscriptions.get(sub)
    const held = this.#beginning.hold(query, before?.held ?? null)
    const kept = held === null ? ((before && askedOn(before, query)) ?? this.#begin(sub, query)) : {}
    this.#subscriptions.set(sub, { query, post, held, ...kept })
    if (before) end(before)
    if (held === null) this.#soon(sub)
    else if (held === 'remembered') queueMicrotask(() => this.#remind(sub))
    if (OF_SCREENS.has(query.what)) setTimeout(this.#asked.resolve)
  }

  /** The session has come further: what was held is answered live. */
  reach(phase: Phase): void {
    if (!this.#beginning.reach(phase)) return
    for (const [sub, { query, post, held }] of this.#subscriptions) {
      if (held === null || this.#beginning.hold(query, held) !== null) continue
      this.#subscriptions.set(sub, { query, post, held: null, ...this.#begin(sub, query) })
      this.#soon(sub)
    }
  }

  unsubscribe(sub: string): void {
    const before = this.#subscriptions.get(sub)
    this.#subscriptions.delete(sub)
    if (before) end(before)
  }

  /** Takes in what the feed says of records, for the search over everything and for notices. */
  takeRecords(changes: readonly Change[]): void {
    this.#finding.take(changes)
    this.#notices.take(changes)
  }

  /** Takes in changed items; answers they touch are posted within a frame. */
  take(changed: ItemsChanged): void {
    this.#funnels.take(changed)
    this.#twins.take(changed)
    this.#touch(changed)
  }

  /** Takes in what stands from a document's columns; answers that it touches are posted within a frame. */
  stand(columns: Columns, isNew: boolean, document: string): void {
    this.#finding.stand(document, isNew)
    const changed = this.#directory.stand(columns, isNew)
    if (isNew) this.#funnels.stand(columns)
    if (isNew) for (const { collection, ids } of columns.sheaves) this.#notices.stand(collection.name, ids)
    this.#touch(changed)
  }

  #touch(changed: ItemsChanged): void {
    const isOfCalendar = this.#calendar.take(changed)
    for (const [sub, subscription] of this.#subscriptions) {
      if (subscription.held !== null) continue
      const isTouched = subscription.query.what === 'calendar' ? isOfCalendar : this.#touches(subscription, changed)
      if (isTouched) this.#soon(sub, this.#rest())
    }
  }

  /** The session's own state has changed: how it stands with saving and drafts, or who else is online. */
  takeOwn(what: 'status' | 'presence' | 'files' = 'status'): void {
    for (const [sub, { query, held }] of this.#subscriptions) {
      const isOwn = query.what === 'status' || query.what === 'drafts' || query.what === 'history'
      if (held === null && (what === 'status' ? isOwn : query.what === what)) this.#soon(sub)
    }
  }

  close(): void {
    for (const sub of [...this.#subscriptions.keys()]) this.unsubscribe(sub)
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#beginning.close()
    this.#twins.close()
    this.#finding.close()
    this.#notices.close()
    this.#endDays()
  }

  /** Who may be the same is known now. */
  #tellOfTwins(): void {
    this.#tellOf(OF_TWINS)
  }

  #tellOf(queries: ReadonlySet<Query['what']>): void {
    for (const [sub, { query, held }] of this.#subscriptions) {
      if (held === null && queries.has(query.what)) this.#soon(sub, this.#rest())
    }
  }

  /** More can be searched now. */
  #tellOfFinding(): void {
    for (const [sub, { query, held }] of this.#subscriptions)
      if (held === null && query.what === 'find') this.#soon(sub)
  }

  /** Relative dates mean other days now. */
  #takeNewDay(): void {
    this.#notices.turn()
    for (const [sub, { query, list, board }] of this.#subscriptions) {
      list?.take('all')
      board?.renew()
      if (list || board || query.what === 'load') this.#soon(sub)
    }
  }

  #begin(sub: string, query: Query): Kept {
    if (query.what === 'list') return { list: this.#newList(query) }
    if (query.what === 'board') return { board: new LiveBoard(this.#directory, query) }
    if (query.what === 'related') return { related: new LiveRelated(this.#directory, query) }
    if (query.what === 'timeline') return { timeline: new LiveTimeline(this.#directory, query) }
    if (query.what === 'timers') return { timers: new LiveTimers(this.#directory) }
    if (query.what === 'record' || query.what === 'history') return this.#watch(sub, query)
    if (query.what === 'rings') return { rings: this.#newRings(() => this.#soon(sub)) }
    return query.what === 'funnel' ? { funnel: this.#funnels.open(query) } : {}
  }

  #newList(query: ListQuery): LiveList {
    return new LiveList(this.#directory, query, (funnel, figure) => this.#funnels.behind(funnel, figure))
  }

  #newRings(due: () => void): LiveRings {
    return new LiveRings(this.#directory, this.#beside.user, due)
  }

  #touches(subscription: Subscription, changed: ItemsChanged): boolean {
    const { query, list } = subscription
    if (query.what === 'list') {
      const ids = changed.get(query.collection)
      if (ids) list?.take(query.behind ? 'all' : ids)
      return ids !== undefined
    }
    if (query.what === 'board') return subscription.board?.take(changed) ?? false
    if (query.what === 'related') return subscription.related?.take(changed) ?? false
    if (query.what === 'timeline') return subscription.timeline?.take(changed) ?? false
    if (query.what === 'record' || query.what === 'history') return isIn(changed, query)
    if (query.what === 'customer') return SHOWN_OF_CUSTOMER.some((name) => changed.has(name))
    if (query.what === 'rings') return subscription.rings?.take(changed) ?? false
    if (query.what === 'files') return changed.has('files') || changed.has('customers')
    if (query.what === 'tags') return TAGGED.some((name) => changed.has(name))
    if (query.what === 'timers') return subscription.timers?.take(changed) ?? false
    if (query.what === 'load') return changed.has('jobs') || changed.has('people') || changed.has('company')
    if (query.what === 'notices' || query.what === 'unread') return this.#notices.touches(query, changed)
    if (query.what === 'discussion') return touchesDiscussion(this.#directory, query, changed)
    if (query.what === 'duplicates') return changed.has('customers') || changed.has('company')
    if (query.what === 'all') return changed.has(query.collection)
    if (query.what === 'pricing') return changed.has('products') || changed.has('productGroups')
    if (query.what === 'trash') return SHOWN_IN_TRASH.some((name) => changed.has(name))
    if (query.what === 'funnel') return this.#touchesFunnel(subscription, query, changed)
    return false
  }

  /** Other kinds or names make other options: the report is opened anew. */
  #touchesFunnel(subscription: Subscription, query: FunnelQuery, changed: ItemsChanged): boolean {
    if (changed.get('orders') === 'all' || changed.has('kinds')) {
      subscription.funnel?.close()
      subscription.funnel = this.#funnels.open(query)
    }
    return changed.has('orders') || changed.has('kinds')
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

  #tell(subscription: Subscription): void {
    const { query, post } = subscription
    if (query.what === 'find') {
      this.#tellOfFound(query, post)
      return
    }
    const answer = this.#answer(subscription, query)
    post(answer)
    this.#beginning.note(query, answer)
  }

  /** What is looked for everywhere goes on when others have been heard: a later letter makes it needless. */
  #tellOfFound(query: FindQuery, post: Subscription['post']): void {
    const answers = this.#finding.answers(query)
    const goOn = () => {
      if (![...this.#subscriptions.values()].some((one) => one.query === query)) return
      const { value, done } = answers.next()
      if (done) return
      post(value)
      setTimeout(goOn)
    }
    goOn()
  }

  #answer(
    { list, board, funnel, rings, timeline, related, timers }: Subscription,
    query: Exclude<Query, FindQuery>,
  ): Answer {
    if (query.what === 'list') return (list ?? this.#newList(query)).answer()
    if (query.what === 'board') return (board ?? new LiveBoard(this.#directory, query)).answer()
    if (query.what === 'related') return (related ?? new LiveRelated(this.#directory, query)).answer()
    if (query.what === 'timeline') return (timeline ?? new LiveTimeline(this.#directory, query)).answer()
    if (query.what === 'ids') return { what: 'ids', ids: this.#newList(query.list).ids(query.between) }
    if (query.what === 'funnel') return (funnel ?? this.#funnels.open(query)).answer()
    if (query.what === 'record') return this.#record(query)
    if (query.what === 'customer') return aboutCustomer(this.#directory, this.#twins, query)
    if (query.what === 'duplicates') return this.#twins.all(query)
    if (query.what === 'claims') return claims(this.#directory, query)
    if (query.what === 'rings') return rings?.answer() ?? { what: 'rings', due: [] }
    if (query.what === 'tags') return tagsOf(this.#directory)
    if (query.what === 'timers') return (timers ?? new LiveTimers(this.#directory)).answer()
    if (query.what === 'load') return loadOf(this.#directory, query)
    if (query.what === 'calendar') return this.#calendar.answer(query)
    if (query.what === 'notices') return this.#notices.answer(query)
    if (query.what === 'unread') return this.#notices.unread(query)
    if (query.what === 'discussion') return discussion(this.#directory, query)
    if (query.what === 'files') return filesOf(this.#directory, this.#beside, query)
    if (query.what === 'uses') return usesOf(this.#directory, query)
    if (query.what === 'pricing') return pricing(this.#directory, query)
    if (query.what === 'history') return this.#history(query)
    if (query.what === 'trash') return trash(this.#directory, query)
    if (query.what === 'all') return this.#all(query)
    return this.#beside.answer(query)
  }

  #all({ collection, part }: AllQuery): Answer {
    const rows = this.#directory.rows(collection)
    if (!part) return { what: 'all', rows: [...rows.values()], count: rows.size }
    const ids = [...rows.keys()].slice(part.from, part.to)
    return { what: 'all', rows: ids.flatMap((id) => rows.get(id) ?? []), count: rows.size }
  }

  #watch(sub: string, query: RecordQuery | HistoryQuery): Kept {
    const document = this.#documentOf(query)
    return document === null ? {} : { unwatch: this.#beside.watch(document, () => this.#soon(sub)) }
  }

  /** Null for an id that names no document: there is no such record. */
  #documentOf({ collection, id }: RecordQuery | HistoryQuery): string | null {
    try {
      return this.#documents.nameFor(COLLECTIONS[collection], id)
    } catch (error) {
      if (error instanceof Failure) return null
      throw error
    }
  }

  /** What was written apart is read in the document itself: until that is open, none is shown. */
  #record(query: RecordQuery): Answer {
    const { collection, id } = query
    const document = this.#documents.find(this.#documentOf(query) ?? '')
    const writes = document?.records(COLLECTIONS[collection]).writes(id)
    return {
      what: 'record',
      row: this.#directory.row(collection, id) as JsonObject | null,
      item: this.#directory.item(collection, id),
      apart: writes ? writtenApart(writes) : [],
    }
  }

  #history(query: HistoryQuery): Answer {
    const { collection, id } = query
    const document = this.#documents.find(this.#documentOf(query) ?? '')
    if (!document) return { what: 'history', writes: [] }
    const writes = document.records(COLLECTIONS[collection]).writes(id)
    return knownHistory(query, writes, this.#beside.unsent(document.name))
  }
}

/** What is kept of a query that is asked for another part or in another way; undefined where it begins anew. */
function askedOn({ list, board, timeline }: Kept, query: Query): Kept | undefined {
  if (list && query.what === 'list' && list.collection === query.collection) {
    list.ask(query)
    return { list }
  }
  if (timeline && query.what === 'timeline') {
    timeline.ask(query)
    return { timeline }
  }
  if (!board || query.what !== 'board') return undefined
  board.ask(query)
  return { board }
}

function end({ funnel, rings, unwatch }: Kept): void {
  funnel?.close()
  rings?.close()
  unwatch?.()
}

function isIn(changed: ItemsChanged, { collection, id }: RecordQuery | HistoryQuery): boolean {
  const ids = changed.get(collection)
  return ids === 'all' || (ids?.has(id) ?? false)
}
