import { parseJson } from '../../../shared/records/declarations/value.ts'
import { parseKey } from '../../../shared/records/keys/key.ts'
import type { Clock } from '../../../shared/records/keys/stamp.ts'
import type { AuditRow, JournalRow, NumberWish } from '../../storage/storage.ts'
import type { Opened } from '../documents/opened.ts'
import type { Brought } from '../update/brought.ts'
import type { Checked, Writer } from '../update/check.ts'
import { arrivals, numberText, numberWishes } from './additions.ts'
import type { Calendar } from './calendar.ts'
import type { ServerWork } from './jobs.ts'
import { auditOf, penned, type ServerText } from './pen.ts'

/** An update that a turn writes, with the document that it is applied to afterwards. */
export interface Entry {
  readonly open: Opened
  readonly row: JournalRow
  /** When a device sent it, by `performance.now()`; null for the server's own. */
  readonly arrived: number | null
}

/** All that one turn writes: updates of devices, and what the server adds to them or writes itself. */
export class Turn {
  readonly #clock: Clock
  readonly #calendar: Calendar
  readonly #entries: Entry[] = []
  readonly #texts = new Map<Opened, ServerText[]>()
  readonly #wishes: { readonly open: Opened; readonly wish: NumberWish }[] = []

  constructor(clock: Clock, calendar: Calendar) {
    this.#clock = clock
    this.#calendar = calendar
  }

  takeUpdate(open: Opened, { update, brought }: Checked, { user, replica }: Writer, arrived: number): void {
    const audit = brought.map(({ collection, key, stamp, json }) => ({
      collection,
      record: key.id,
      path: key.path,
      stamp,
      value: json,
    }))
    const row = { document: open.name, user, replica, at: this.#clock.now(), update, audit }
    this.#entries.push({ open, row, arrived })
    this.#add(open, brought)
  }

  takeWork({ texts, wishes }: ServerWork): void {
    for (const { open, texts: own } of texts) {
      this.#write(open, own)
      this.#add(open, own.map(readText))
    }
    this.#wishes.push(...wishes)
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#texts.size === 0 && this.#wishes.length === 0
  }

  /** The updates of devices, in the order in which they were taken. */
  get entries(): readonly Entry[] {
    return this.#entries
  }

  get wishes(): readonly NumberWish[] {
    return this.#wishes.map(({ wish }) => wish)
  }

  /** The server's own updates, one per document, with the numbers that were given. */
  complete(given: ReadonlyMap<string, string>): Entry[] {
    const texts = new Map([...this.#texts].map(([open, own]) => [open, [...own]]))
    const numbered = new Set<string>()
    for (const { open, wish } of this.#wishes) {
      const number = given.get(wish.order)
      if (number === undefined || numbered.has(wish.order)) continue
      numbered.add(wish.order)
      texts.set(open, [...(texts.get(open) ?? []), numberText(wish, number, this.#clock)])
    }
    return [...texts].map(([open, own]) => this.#entryOf(open, own, isTrailed(open) ? auditOf(own) : []))
  }

  #entryOf(open: Opened, texts: readonly ServerText[], audit: readonly AuditRow[]): Entry {
    const { replica } = this.#clock
    const row = {
      document: open.name,
      user: replica,
      replica,
      at: this.#clock.now(),
      update: penned(open, texts),
      audit,
    }
    return { open, row, arrived: null }
  }

  /** What the server adds to writes: numbers of new orders, arrivals of moves. */
  #add(open: Opened, brought: readonly Brought[]): void {
    this.#write(open, arrivals(brought, this.#clock))
    for (const wish of numberWishes(brought, this.#calendar.yearOf)) this.#wishes.push({ open, wish })
  }

  #write(open: Opened, texts: readonly ServerText[]): void {
    if (texts.length > 0) this.#texts.set(open, [...(this.#texts.get(open) ?? []), ...texts])
  }
}

/** Shelves say how far other documents are: they change with each of them, and nobody asks how they once stood. */
function isTrailed({ known }: Opened): boolean {
  return known.family !== 'shelves'
}

function readText(text: ServerText): Brought {
  const [row] = auditOf([text])
  const key = parseKey(text.key)
  if (!row || !key) throw new RangeError(`The server made an odd key: ${text.key}`)
  return { collection: text.collection, key, stamp: row.stamp, json: row.value, value: parseJson(row.value) ?? null }
}
