import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ErasurePreview } from '../../shared/erasures/api.ts'
import { type Erasure, erasures } from '../../shared/erasures/collections.ts'
import { Naming } from '../../shared/erasures/mentions.ts'
import { keysIn, type Person, personOf, subjectOf, type Whom } from '../../shared/erasures/person.ts'
import { Failure } from '../../shared/errors.ts'
import { newEntryId } from '../../shared/records/keys/id.ts'
import type { SiteOrder } from '../../shared/site/catalogue.ts'
import type { Files } from '../files/files.ts'
import { PARCELS } from '../keeping/backup/copy.ts'
import { backupsIn } from '../keeping/backup/listing.ts'
import type { Storage } from '../storage/storage.ts'
import type { Sync } from '../sync/sync.ts'
import { removeEmptied } from './removing.ts'
import { find, type Known, known, marker } from './seeking.ts'

interface EraserOptions {
  readonly storage: Storage
  readonly sync: Pick<Sync, 'author' | 'cut' | 'inSetup' | 'isKeeper'>
  readonly files: Pick<Files, 'blobs'>
  /** The data folder. */
  readonly data: string
  /** What visitors of the site have ordered and is no record yet. */
  readonly visits: { forget(isOf: (order: SiteOrder) => boolean): number }
  /** The folder that backups stand in. */
  readonly backups: string
  readonly log: Logger
  /** How often it looks whether another process was asked, ms. */
  readonly every?: number
}

const EVERY = 3000

/**
 * Erases persons, one after the other, each step such that it can be done once more: whatever ends the process in between, the next
 * start goes on (SPEC ER11).
 */
export class Eraser {
  readonly #options: EraserOptions
  readonly #mark: (key: string) => string
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  /** The last preview that was asked for. */
  #looking: Promise<unknown> = Promise.resolve()
  #isFirst = true
  #isStopping = false

  constructor(options: EraserOptions) {
    this.#options = options
    this.#mark = marker(options.data)
  }

  /** Goes on with what was begun, and looks for what other processes were asked. */
  begin(): void {
    this.told()
    this.#timer = setInterval(() => this.told(), this.#options.every ?? EVERY).unref()
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#timer) clearInterval(this.#timer)
    await this.#running
  }

  /** One after the other: each reads every document. Failures: record-missing, not-a-person, request-shape, document-damaged. */
  async preview(whom: Whom): Promise<ErasurePreview> {
    const { person, marks } = this.#read(whom)
    const before = this.#looking
    const looked = Promise.allSettled([before]).then(() => this.#look(whom, person, marks))
    this.#looking = looked.catch(() => undefined)
    return await looked
  }

  async #look(whom: Whom, person: Person, marks: readonly string[]): Promise<ErasurePreview> {
    const one = await known(person, marks, this.#ground)
    const typed = 'address' in whom ? keysIn(whom.address) : []
    const naming = new Naming(one.name, [...one.keys, ...typed])
    const { counts, hashes, cuts } = await find(one, this.#ground, naming)
    const cut = new Set([...cuts.values()].flatMap((own) => [...own.keys()]))
    const mentions = Object.fromEntries(naming.counts((record) => cut.has(record)))
    const backups = this.#backups().map(({ folder, made }) => ({ name: nameOf(folder), made }))
    return { name: one.name, counts: Object.fromEntries(counts), mentions, files: hashes.size, backups }
  }

  /** Notes that a person is to be erased, and begins; gives the id of the record that tells how far it is. Failures as of `preview`. */
  async ask(whom: Whom, ground: string, by: string): Promise<string> {
    const { person, marks } = this.#read(whom)
    const all = (await known(person, marks, this.#ground)).marks
    const id = newEntryId()
    await this.#options.sync.author.write((tx) =>
      tx.create(erasures, id, {
        subject: subjectOf(person),
        by,
        ground,
        marks: all.join(' '),
        state: 'askedFor',
        begun: Date.now(),
      }),
    )
    this.told()
    return id
  }

  /** There may be something to do. */
  told(): void {
    this.#running = this.#running.then(() => this.#run())
  }

  /** Resolves when all that was asked for by now is done, or stuck. */
  idle(): Promise<void> {
    return this.#running
  }

  async #run(): Promise<void> {
    const { sync, log } = this.#options
    try {
      if (this.#isStopping || !sync.isKeeper()) return
      const due = (await sync.inSetup(erasures)).filter(({ state }) => this.#isDue(state))
      this.#isFirst = false
      for (const one of due) if (!this.#isStopping) await this.#erase(one)
    } catch (err) {
      log.error({ err }, 'erasures not looked through')
    }
  }

  /** What was stuck is tried again by the next start. */
  #isDue(state: Erasure['state']): boolean {
    return state === 'askedFor' || state === 'atWork' || (state === 'stuck' && this.#isFirst)
  }

  async #erase(erasure: Erasure): Promise<void> {
    const { id } = erasure
    const { log } = this.#options
    try {
      const done = await this.#work(erasure)
      await this.#note(id, { ...done, state: 'erased', ended: Date.now(), trouble: null })
      log.info({ erasure: id, ...done, backups: undefined }, 'a person was erased')
    } catch (err) {
      const code = err instanceof Failure ? err.code : 'server-failed'
      log.error({ err, erasure: id }, 'a person was not erased')
      await this.#note(id, { state: 'stuck', trouble: code })
    }
  }

  async #work({ id, subject, marks, records, entries, files }: Erasure) {
    const { storage, sync } = this.#options
    const person = personOf(subject)
    if (!person) throw new Failure('record-missing', { id })
    const one = await known(person, (marks ?? '').split(' ').filter(Boolean), this.#ground)
    await this.#note(id, { state: 'atWork', marks: one.marks.join(' ') })
    // Before the records: it would become one meanwhile.
    this.#options.visits.forget((order) => isOrderOf(order, one))
    const found = await find(one, this.#ground)
    const all = sum(found.counts.values())
    // Bytes first: when no record names them any more, nobody would know whose they were.
    const bytes = await this.#dropBytes(found.hashes)
    await this.#note(id, { records: Math.max(records ?? 0, all), files: (files ?? 0) + bytes })
    await removeEmptied(sync.author, found, one)
    let changed = entries ?? 0
    for (const [document, cuts] of found.cuts) changed += await sync.cut(document, cuts)
    if (found.cuts.size > 0) await this.#dropParcels()
    await storage.scrub()
    return { entries: changed, backups: this.#backups().map(lineOf).join('\n') }
  }

  async #dropBytes(hashes: ReadonlySet<string>): Promise<number> {
    const { blobs } = this.#options.files
    let count = 0
    for (const hash of hashes) {
      if ((await blobs.sizeOf(hash)) === null) continue
      await rm(blobs.pathOf(hash), { force: true })
      count += 1
    }
    return count
  }

  /** What parcels hold is in documents; they are made anew when somebody asks. Errors of the disk come through. */
  async #dropParcels(): Promise<void> {
    await rm(join(this.#options.data, PARCELS), { force: true, recursive: true, maxRetries: 3 })
  }

  #backups() {
    return backupsIn(this.#options.backups)
  }

  async #note(id: string, patch: Partial<Omit<Erasure, 'id'>>): Promise<void> {
    await this.#options.sync.author.write((tx) => tx.set(erasures, id, patch))
  }

  #read(whom: Whom): { readonly person: Person; readonly marks: readonly string[] } {
    if ('person' in whom) return { person: whom.person, marks: [] }
    const keys = keysIn(whom.address)
    if (keys.length === 0) throw new Failure('request-shape', { field: 'address' })
    return { person: { is: 'address' }, marks: keys.map(this.#mark) }
  }

  get #ground() {
    const { storage, sync } = this.#options
    return { storage, inSetup: sync.inSetup, mark: this.#mark }
  }
}

function isOrderOf({ phone, email, inn }: SiteOrder, { sought }: Known): boolean {
  return sought.inns.has(inn) || [...keysIn(phone), ...keysIn(email)].some(sought.isTheirs)
}

function nameOf(folder: string): string {
  return folder.split(/[\\/]/).at(-1) ?? folder
}

/** As `erasures.backups` has it. */
function lineOf({ folder, made }: { readonly folder: string; readonly made: number }): string {
  return `${nameOf(folder)} ${made}`
}

function sum(all: Iterable<number>): number {
  return [...all].reduce((before, one) => before + one, 0)
}
