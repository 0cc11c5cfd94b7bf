import type { Logger } from 'pino'
import { parseDocument } from '../../../shared/documents/documents.ts'
import { FAMILIES, type Family } from '../../../shared/documents/families.ts'
import { shelfId, shelves } from '../../../shared/documents/shelves.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import type { DocumentMark } from '../../storage/storage.ts'
import type { Author } from '../author.ts'
import type { Library } from '../documents/library.ts'
import { companyCalendar } from '../journal/calendar.ts'
import type { Journal, Journalled } from '../journal/journal.ts'
import { countOrders } from './order-counts.ts'

export interface ShelfKeeperOptions {
  readonly library: Library
  readonly journal: Journal
  readonly author: Author
  readonly company: string
  readonly log: Logger
  /** How long it waits for more changes before it writes, ms. */
  readonly delay: number
}

interface Change {
  readonly number: number
  readonly at: number
}

type Shelf = Draft<typeof shelves>

/** Keeps the shelves: after each change of a document, a little later, what devices are to know about it. */
export class ShelfKeeper {
  readonly #options: ShelfKeeperOptions
  #changed = new Map<string, Change>()
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()

  constructor(options: ShelfKeeperOptions) {
    this.#options = options
  }

  /** Puts right what a sudden end has left behind. */
  async begin(marks: readonly DocumentMark[]): Promise<void> {
    const { journal, library, company } = this.#options
    const kept = marks.filter(({ document }) => hasShelf(document))
    if (kept.length === 0) return
    const behind = await journal.between(async () => {
      const known = (await library.open(`${company}/shelves`)).records(shelves)
      return kept.filter(({ document, last }) => known.get(shelfId(document))?.journal !== last)
    })
    for (const { document, last } of behind) this.#changed.set(document, { number: last, at: Date.now() })
    await this.#write()
  }

  note({ document, number, at }: Journalled): void {
    if (!hasShelf(document)) return
    this.#changed.set(document, { number, at })
    this.#timer ??= setTimeout(() => this.#writeLater(), this.#options.delay)
  }

  /** Writes what is to be written and ends. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    await this.#writing
    await this.#write()
  }

  #writeLater(): void {
    this.#writing = this.#writing
      .then(() => this.#write())
      .finally(() => {
        this.#timer = null
        if (this.#changed.size > 0) this.#timer = setTimeout(() => this.#writeLater(), this.#options.delay)
      })
  }

  async #write(): Promise<void> {
    const changed = this.#changed
    this.#changed = new Map()
    try {
      const rows: [string, Shelf][] = []
      for (const [document, change] of changed) rows.push([shelfId(document), await this.#read(document, change)])
      await this.#options.author.write((tx) => {
        for (const [id, row] of rows) {
          tx.create(shelves, id, row)
          tx.set(shelves, id, row)
        }
      })
    } catch (err) {
      this.#options.log.error({ err }, 'shelves not written')
      this.#changed = new Map([...changed, ...this.#changed])
    }
  }

  #read(document: string, { number, at }: Change): Promise<Shelf> {
    const { journal, library, company } = this.#options
    return journal.between(async () => {
      const opened = await library.open(document)
      const { dayOf } = await companyCalendar(library, `${company}/setup`)
      const { open, first, last } = countOrders(opened)
      library.trim()
      const days = { from: first === null ? null : dayOf(first), to: last === null ? null : dayOf(last) }
      return { document, journal: number, open, ...days, changedAt: at }
    })
  }
}

/** Personal documents have no shelf, as everybody reads the shelves; nor has what is opened for who looks alone; the shelves themselves have none. */
function hasShelf(name: string): boolean {
  const known = parseDocument(name, Date.now())
  if (!known || known.family === 'shelves') return false
  const family: Family = FAMILIES[known.family]
  return (!family.personal || family.served === true) && !family.alone
}
