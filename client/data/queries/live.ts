import { COLLECTIONS } from '../../../shared/collections.ts'
import { overwritten } from '../../../shared/records/overwritten.ts'
import type { JsonObject } from '../../../shared/records/value.ts'
import type { Documents } from '../documents/documents.ts'
import { LiveBoard } from './board/live-board.ts'
import type { Directory, ItemsChanged } from './directory.ts'
import { Funnels } from './funnels.ts'
import { onDayTurn } from './lists/day-turn.ts'
import { LiveList } from './lists/live-list.ts'
import type { LiveFunnel } from './live-funnel.ts'
import type {
  Answer,
  DraftsQuery,
  FunnelQuery,
  ListQuery,
  PresenceQuery,
  Query,
  RecordQuery,
  StatusQuery,
} from './query.ts'

/** Queries about the device itself are answered by the session. */
export type OwnQuery = DraftsQuery | StatusQuery | PresenceQuery

/** What is kept of a query, so that a change does not mean to answer it from the start. */
interface Kept {
  list?: LiveList
  board?: LiveBoard
  funnel?: LiveFunnel
}

interface Subscription extends Kept {
  readonly query: Query
  readonly post: (answer: Answer) => void
}

/** Changes are gathered this long (ms) before answers are posted: a frame. */
const GATHER = 16

/** All live queries of all pages: which answer a change touches, and posting it once per frame. */
export class LiveQueries {
  readonly #directory: Directory
  readonly #documents: Documents
  readonly #funnels: Funnels
  readonly #ownAnswer: (query: OwnQuery) => Answer
  readonly #subscriptions = new Map<string, Subscription>()
  readonly #due = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #endDays: () => void

  constructor(directory: Directory, documents: Documents, ownAnswer: (query: OwnQuery) => Answer) {
    this.#directory = directory
    this.#documents = documents
    this.#funnels = new Funnels(directory)
    this.#ownAnswer = ownAnswer
    this.#endDays = onDayTurn(
      () => directory.around().today,
      () => this.#takeNewDay(),
    )
  }

  /** Answers a query now and after each change of the answer; the same `sub` again asks for another part or query. */
  subscribe(sub: string, query: Query, post: (answer: Answer) => void): void {
    const before = this.#subscriptions.get(sub)
    before?.funnel?.close()
    this.#subscriptions.set(sub, { query, post, ...((before && askedOn(before, query)) ?? this.#begin(query)) })
    this.#soon(sub)
  }

  unsubscribe(sub: string): void {
    this.#subscriptions.get(sub)?.funnel?.close()
    this.#subscriptions.delete(sub)
  }

  /** Takes in changed items; answers they touch are posted within a frame. */
  take(changed: ItemsChanged): void {
    this.#funnels.take(changed)
    for (const [sub, subscription] of this.#subscriptions) {
      if (this.#touches(subscription, changed)) this.#soon(sub)
    }
  }

  /** The session's own state has changed: how it stands with saving and drafts, or who else is online. */
  takeOwn(what: 'status' | 'presence' = 'status'): void {
    for (const [sub, { query }] of this.#subscriptions) {
      const isOwn = query.what === 'status' || query.what === 'drafts'
      if (what === 'presence' ? query.what === 'presence' : isOwn) this.#soon(sub)
    }
  }

  close(): void {
    for (const sub of [...this.#subscriptions.keys()]) this.unsubscribe(sub)
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#endDays()
  }

  /** Relative dates mean other days now. */
  #takeNewDay(): void {
    for (const [sub, { list, board }] of this.#subscriptions) {
      list?.take('all')
      board?.take('all')
      if (list || board) this.#soon(sub)
    }
  }

  #begin(query: Query): Kept {
    if (query.what === 'list') return { list: this.#newList(query) }
    if (query.what === 'board') return { board: new LiveBoard(this.#directory, query) }
    return query.what === 'funnel' ? { funnel: this.#funnels.open(query) } : {}
  }

  #newList(query: ListQuery): LiveList {
    return new LiveList(this.#directory, query, (funnel, figure) => this.#funnels.behind(funnel, figure))
  }

  #touches(subscription: Subscription, changed: ItemsChanged): boolean {
    const { query, list } = subscription
    if (query.what === 'list') {
      const ids = changed.get(query.collection)
      if (ids) list?.take(query.behind ? 'all' : ids)
      return ids !== undefined
    }
    if (query.what === 'board') return subscription.board?.take(changed.get('orders')) ?? false
    if (query.what === 'record') return isIn(changed, query)
    if (query.what === 'all') return changed.has(query.collection)
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

  #soon(sub: string): void {
    this.#due.add(sub)
    this.#timer ??= setTimeout(() => this.#post(), GATHER)
  }

  #post(): void {
    this.#timer = null
    const due = [...this.#due]
    this.#due.clear()
    for (const sub of due) {
      const subscription = this.#subscriptions.get(sub)
      if (subscription) subscription.post(this.#answer(subscription))
    }
  }

  #answer({ query, list, board, funnel }: Subscription): Answer {
    if (query.what === 'list') return (list ?? this.#newList(query)).answer()
    if (query.what === 'board') return (board ?? new LiveBoard(this.#directory, query)).answer()
    if (query.what === 'ids') return { what: 'ids', ids: this.#newList(query.list).ids(query.between) }
    if (query.what === 'funnel') return (funnel ?? this.#funnels.open(query)).answer()
    if (query.what === 'record') return this.#record(query)
    if (query.what === 'all') return { what: 'all', rows: [...this.#directory.rows(query.collection).values()] }
    return this.#ownAnswer(query)
  }

  #record({ collection, id }: RecordQuery): Answer {
    const declared = COLLECTIONS[collection]
    const document = this.#documents.find(this.#documents.nameFor(declared, id))
    const writes = document?.records(declared).writes(id)
    return {
      what: 'record',
      row: this.#directory.row(collection, id) as JsonObject | null,
      item: this.#directory.item(collection, id),
      overwritten: writes ? overwritten(writes) : [],
    }
  }
}

/** What is kept of a query that is asked for another part or in another way; undefined where it begins anew. */
function askedOn({ list, board }: Kept, query: Query): Kept | undefined {
  if (list && query.what === 'list' && list.collection === query.collection) {
    list.ask(query)
    return { list }
  }
  if (!board || query.what !== 'board') return undefined
  board.ask(query)
  return { board }
}

function isIn(changed: ItemsChanged, { collection, id }: RecordQuery): boolean {
  const ids = changed.get(collection)
  return ids === 'all' || (ids?.has(id) ?? false)
}
