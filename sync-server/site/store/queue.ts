import type Database from 'better-sqlite3'
import type { SiteOrder } from '../../../shared/site/catalogue.ts'
import type { QueueItem, VisitorDeed } from '../../../shared/site/door.ts'
import { News } from '../../effects/news.ts'

/** How many deeds wait at most (SPEC ST6). */
export interface Bounds {
  readonly all: number
  /** Of readers: the rest is for orders, which nobody floods out. */
  readonly ofReaders: number
  /** Of openings and clicks: the rest is for who unsubscribes. */
  readonly ofNotes: number
}

/** The office comes each few seconds, and a day without it brings fewer. */
export const BOUNDS: Bounds = { all: 50_000, ofReaders: 40_000, ofNotes: 30_000 }
/** A page of the queue. */
const PAGE = 500

interface Row {
  readonly number: number
  readonly at: number
  readonly deed: string
}

/** What of deeds is the same while it waits: opened twice is opened, and of leaving, as of coming back, the last counts. */
function sameAs(deed: VisitorDeed): string | null {
  if (deed.did === 'ordered') return null
  if (deed.did === 'clicked') return `clicked ${deed.recipient} ${deed.url}`
  return `${deed.did} ${deed.recipient}`
}

function isNote({ did }: VisitorDeed): boolean {
  return did === 'opened' || did === 'clicked'
}

/** In the place of what a visitor who was erased has typed. */
const NOBODY = { name: '', phone: '', email: '', address: '', note: '', company: '', inn: '' } as const

/** What visitors and readers did, until it has become records. */
export class Queue {
  readonly #database: Database.Database
  readonly #bounds: Bounds
  readonly #news = new News()

  constructor(database: Database.Database, bounds: Bounds) {
    this.#database = database
    this.#bounds = bounds
  }

  /** Takes an order, on the disk when this returns. A form that was taken is that order; false: the queue is full. */
  order(order: SiteOrder): boolean {
    const add = this.#database.transaction(() => {
      if (this.takenAs(order.id) !== null) return true
      if (this.#count() >= this.#bounds.all) return false
      const number = this.#insert({ did: 'ordered', order }, order.at)
      this.#database.prepare('INSERT INTO taken VALUES (?, ?, ?, ?)').run(order.id, order.token, order.at, number)
      return true
    })
    const isTaken = add.immediate()
    if (isTaken) this.#news.tell()
    return isTaken
  }

  /** Takes what a reader did; false: the queue is full. */
  reader(deed: Exclude<VisitorDeed, { did: 'ordered' }>, at: number): boolean {
    const add = this.#database.transaction(() => {
      const { ofReaders, ofNotes } = this.#bounds
      // In its place, under a number of its own: who reads the queue may have the one before in his hands.
      if (!isNote(deed)) this.#database.prepare('DELETE FROM queue WHERE same = ?').run(sameAs(deed))
      if (this.#count() >= (isNote(deed) ? ofNotes : ofReaders)) return false
      this.#insert(deed, at)
      this.#remember(deed)
      return true
    })
    const isTaken = add.immediate()
    if (isTaken) this.#news.tell()
    return isTaken
  }

  /** Whether a reader has unsubscribed here last, whatever the office has taken meanwhile. */
  hasLeft(recipient: string): boolean {
    const find = 'SELECT 1 FROM unsubscribed WHERE recipient = ?'
    return this.#database.prepare(find).get(recipient) !== undefined
  }

  /** The token of the order that a form has become; null: none yet. */
  takenAs(form: string): string | null {
    return this.#database.prepare<[string], string>('SELECT token FROM taken WHERE form = ?').pluck().get(form) ?? null
  }

  /** When the order of a token was taken; null: there is none. */
  takenAt(token: string): number | null {
    return this.#database.prepare<[string], number>('SELECT at FROM taken WHERE token = ?').pluck().get(token) ?? null
  }

  /** What was ordered under a token, as long as it waits here; null: it is settled, or there is none. */
  waiting(token: string): SiteOrder['lines'] | null {
    const find = 'SELECT deed FROM queue JOIN taken USING (number) WHERE token = ?'
    const deed = this.#database.prepare<[string], string>(find).pluck().get(token)
    return deed === undefined ? null : (JSON.parse(deed) as { readonly order: SiteOrder }).order.lines
  }

  /** What stands behind a number. Where nothing does it waits so long, ms, unless who asked is gone. */
  async page(after: number, wait: number, gone: AbortSignal): Promise<readonly QueueItem[]> {
    const until = performance.now() + wait
    for (;;) {
      // Taken before looking: what comes while it looks is not missed.
      const next = this.#news.next()
      if (this.#news.isEnded) return []
      const items = this.#page(after)
      if (items.length > 0) return items
      if (!(await this.#news.comes(next, until - performance.now(), gone))) return []
    }
  }

  /** Forgets what has become records; what was set aside has not. */
  settle(upTo: number): void {
    const { changes } = this.#database.prepare('DELETE FROM queue WHERE number <= ? AND aside = 0').run(upTo)
    if (changes > 0) this.#scrub()
  }

  /** Takes who it was out of orders that wait, set aside or not; what was ordered stays. Gives of how many. */
  forget(isOf: (order: SiteOrder) => boolean): number {
    const all = this.#database
      .prepare<[], Row>(`SELECT number, at, deed FROM queue WHERE deed ->> 'did' = 'ordered'`)
      .all()
      .map(({ number, deed }) => ({ number, order: (JSON.parse(deed) as { readonly order: SiteOrder }).order }))
      .filter(({ order }) => isOf(order))
    const put = this.#database.prepare('UPDATE queue SET deed = ? WHERE number = ?')
    const putAll = this.#database.transaction(() => {
      for (const { number, order } of all)
        put.run(JSON.stringify({ did: 'ordered', order: { ...order, ...NOBODY } } satisfies VisitorDeed), number)
    })
    putAll.immediate()
    this.#scrub()
    return all.length
  }

  /** Hands these out no more until they are asked for again; gives how many stand aside (SPEC ST19). */
  setAside(numbers: readonly number[]): number {
    const put = this.#database.prepare('UPDATE queue SET aside = 1 WHERE number = ?')
    const putAll = this.#database.transaction(() => {
      for (const number of numbers) put.run(number)
    })
    putAll.immediate()
    return this.#database.prepare<[], number>('SELECT count(*) FROM queue WHERE aside = 1').pluck().get() ?? 0
  }

  /** Hands out again what was set aside. */
  takeUp(): void {
    const { changes } = this.#database.prepare('UPDATE queue SET aside = 0 WHERE aside = 1').run()
    if (changes > 0) this.#news.tell()
  }

  /** Whoever waits is answered; nobody waits any more. */
  end(): void {
    this.#news.end()
  }

  #page(after: number): QueueItem[] {
    const rows = this.#database
      .prepare<[number, number], Row>(
        'SELECT number, at, deed FROM queue WHERE number > ? AND aside = 0 ORDER BY number LIMIT ?',
      )
      .all(after, PAGE)
    return rows.map(({ number, at, deed }) => ({ number, at, ...(JSON.parse(deed) as VisitorDeed) }))
  }

  #remember({ did, recipient }: Exclude<VisitorDeed, { did: 'ordered' }>): void {
    if (did === 'unsubscribed')
      this.#database.prepare('INSERT INTO unsubscribed VALUES (?) ON CONFLICT DO NOTHING').run(recipient)
    if (did === 'subscribedAgain') this.#database.prepare('DELETE FROM unsubscribed WHERE recipient = ?').run(recipient)
  }

  #insert(deed: VisitorDeed, at: number): number {
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO queue (at, same, deed) VALUES (?, ?, ?) ON CONFLICT (same) DO NOTHING')
      .run(at, sameAs(deed), JSON.stringify(deed))
    return Number(lastInsertRowid)
  }

  /** The file of writes is emptied: what was taken out stands there, too. */
  #scrub(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)')
  }

  #count(): number {
    return this.#database.prepare<[], number>('SELECT count(*) FROM queue').pluck().get() ?? 0
  }
}
