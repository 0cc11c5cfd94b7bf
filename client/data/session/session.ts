import type { CommandArgs, CommandName } from '../../../shared/commands.ts'
import { takeCustomFieldsFrom } from '../../../shared/custom/known.ts'
import { freshId } from '../../../shared/documents/documents.ts'
import { erasures } from '../../../shared/erasures/collections.ts'
import { type FileRecord, files as fileRecords } from '../../../shared/files/collections.ts'
import type { Letter } from '../../../shared/letters/collections.ts'
import { letterCollection } from '../../../shared/letters/whose.ts'
import type { Look } from '../../../shared/presence/presence.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { Written } from '../../../shared/records/writing/transaction.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import { formerReplicas, keepOffset, noteUnknown } from '../device/replica.ts'
import { Documents } from '../documents/documents.ts'
import { DeviceFiles } from '../files/device-files.ts'
import type { Erased } from '../files/erased.ts'
import { LettersAhead } from '../files/letters-ahead.ts'
import { limitOn } from '../files/limit.ts'
import type { GivenFile, Queued } from '../files/queued.ts'
import type { ActTold, Done, Known } from '../protocol.ts'
import { Directory } from '../queries/directory.ts'
import type { OwnQuery } from '../queries/ground.ts'
import { LiveQueries } from '../queries/live.ts'
import type { Answer } from '../queries/query.ts'
import { type Unsent, unsentKey } from '../queries/record/known-history.ts'
import { Beginning } from '../queries/start/beginning.ts'
import type { Outbox } from '../sync/outbox/outbox.ts'
import type { Aside } from '../sync/replay/not-accepted.ts'
import { type Foundation, type Kept, keptIn } from './foundation.ts'
import { lettingGo } from './letting-go.ts'
import { Line } from './shelves/line.ts'
import { isInStep, Standing } from './standing.ts'
import type { Drafts } from './writing/drafts.ts'
import { type ItemOf, tellAct, tellEach } from './writing/tell-act.ts'
import { takeBackLeft } from './writing/under-way/take-back-left.ts'
import { Writing } from './writing/writing.ts'

/** How long (ms) reading documents waits for the first screen, where there is something remembered to show it. */
const GRACE = 700

/** Longer than the shelves take to tell of what was just written, so that it is not fetched once more. */
const LINGER = 10_000

/** One account's data on this device: documents, line to the server, queries and commands. */
export class Session {
  readonly drafts: Drafts
  readonly live: LiveQueries
  readonly files: DeviceFiles
  readonly #ahead: LettersAhead
  readonly #erased: Erased
  readonly #base: Foundation
  readonly #kept: Kept
  readonly #documents: Documents
  readonly #directory: Directory
  readonly #item: ItemOf = (collection, id) => this.#directory.item(collection, id)
  readonly #line: Line
  readonly #writing: Writing
  readonly #clock: Clock
  /** Resolves when the documents that every screen needs are read. */
  readonly opened: Promise<void>
  /** Resolves when what an earlier run has left half-done is taken back. */
  readonly #mended: Promise<void>
  readonly #unknown = Promise.withResolvers<void>()
  readonly #standing: Standing
  readonly #urged = Promise.withResolvers<void>()
  #offset: number

  private constructor(base: Foundation, kept: Kept) {
    const { company, user, role, person } = base.account
    this.#base = base
    this.#kept = kept
    this.drafts = kept.drafts
    this.#offset = base.given.offset
    this.#standing = this.#newStanding()
    const { replica, key } = base.given
    const changed = (what?: 'presence') => this.live.takeOwn(what)
    const now = () => this.now
    this.#clock = new Clock(replica, () => Math.round(Date.now() + this.#offset))
    const documents = new Documents({ company, who: { user, role }, stores: base.kept.stores, now })
    const directory = new Directory(person, now)
    this.#documents = documents
    this.#directory = directory
    takeCustomFieldsFrom(() => directory.customFields())
    documents.observe((changes) => {
      this.live.take(directory.take(changes))
      this.live.takeRecords(changes)
    })
    this.files = this.#newFiles()
    this.#ahead = this.#newAhead()
    this.#erased = this.#newErased()
    documents.observe((changes) => this.#heard(changes))
    documents.hold({
      stands: (columns, isNew, document) => this.live.stand(columns, isNew, document),
      opened: (collection, rows) => directory.hold(collection, rows),
    })
    this.#line = new Line({
      ...{ company, who: { user, role }, url: base.url, documents, directory, ...kept, now, changed },
      maker: base.maker ?? null,
      whole: () => {
        this.live.reach('whole')
        this.#ahead.start()
      },
      linger: base.linger ?? LINGER,
      limit: base.limit,
      names: { present: replica, former: formerReplicas(base.kept.meta) },
      unknown: () => void this.#onUnknown(),
      token: base.isWiping ? `wiping:${replica}:${key}` : `replica:${replica}`,
      offset: (ms) => this.#correct(ms),
      opened: () => this.#reached(),
    })
    this.#writing = new Writing({
      clock: this.#clock,
      person,
      documents,
      outbox: kept.outbox,
      unfinished: kept.unfinished,
      line: this.#line,
      changed,
    })
    const beside = {
      user,
      watch: (name: string, there: () => void) => this.#line.watch(name, there),
      unsent: (name: string) => unsentIn(kept.outbox, name),
      answer: (query: OwnQuery) => this.#ownAnswer(query),
      file: (record: FileRecord) => this.files.state(record),
    }
    this.live = new LiveQueries(directory, documents, beside, new Beginning(kept.remembered))
    this.#observe(() => changed())
    this.opened = this.#begin()
    this.#mended = this.#mend()
  }

  /**
   * Opens what this device keeps of the account's documents, then the line; later documents follow by themselves. Where
   * answers are remembered, queries are taken before that; whoever opened it waits for `opened` to know how it went.
   */
  static async open(base: Foundation): Promise<Session> {
    const kept = keptIn(base)
    const session = new Session(base, kept)
    if (kept.remembered.isEmpty) await session.opened
    return session
  }

  /** As what the server knows this device. */
  get known(): Known {
    const { replica, key } = this.#base.given
    return { replica, key }
  }

  get now(): number {
    return this.#clock.now()
  }

  /** Resolves when the server has said that it does not know this device any more: it is to be opened anew, for another name. */
  get unknown(): Promise<void> {
    return this.#unknown.promise
  }

  /**
   * Runs a command and resolves when its writes are on this device's disk, or that has refused them. Rejects with the command's Failure, or when it
   * was stopped, and then nothing was written.
   */
  async run<N extends CommandName>(name: N, args: CommandArgs<N>, underWay?: UnderWay): Promise<Done> {
    await this.#readied()
    return this.#writing.run(name, args, underWay)
  }

  /** What a command would answer if it were run now; nothing is written. Rejects with the command's Failure. */
  async tryOut<N extends CommandName>(name: N, args: CommandArgs<N>, underWay?: UnderWay): Promise<unknown> {
    await this.#readied()
    return this.#writing.tryOut(name, args, underWay)
  }

  /** Undoes an act of this device; gives how much went back and how much somebody has changed since. */
  async undo(act: number, underWay?: UnderWay): Promise<Done> {
    await this.#readied()
    return this.#writing.undo(act, underWay)
  }

  /** What an act of this device wrote, for telling of it; null: nothing. */
  tell(act: number): ActTold | null {
    return tellAct(this.#writing.written(act), this.#item)
  }

  /** What was written record by record, for telling of it. */
  tellEach(written: readonly Written[]): ReturnType<typeof tellEach> {
    return tellEach(written, this.#item)
  }

  /** Keeps a file on this device, and makes its record. Rejects as `DeviceFiles.add`, and then nothing is kept. */
  async addFile(given: GivenFile): Promise<Done> {
    await this.#readied()
    const id = freshId(fileRecords.family, this.now)
    return await this.#recordFile(await this.files.add(id, given))
  }

  /** Gives up a write that the server did not accept; gives it for taking that back, null where it is gone already. */
  giveUp(seq: number): Aside | null {
    const givenUp = this.#kept.asides.giveUp(seq)
    this.live.takeOwn()
    return givenUp
  }

  /** A write that was given up stands there again as one that the server did not accept. */
  takeBack(givenUp: Aside): void {
    this.#kept.asides.takeBack(givenUp)
    this.live.takeOwn()
  }

  /** What became of an act that was cut off was read. */
  heard(act: number): void {
    this.#kept.unfinished.heard(act)
    this.live.takeOwn()
  }

  /** What one of this account's pages on this device shows; null: no record. */
  async look(page: number, look: Look | null): Promise<void> {
    await Promise.allSettled([this.opened])
    this.#line.look(page, look)
  }

  async close(): Promise<void> {
    this.#urged.resolve()
    this.#ahead.close()
    this.#erased.close()
    await this.files.close()
    await Promise.allSettled([this.opened, this.#mended])
    await this.#writing.ended()
    this.#line.close()
    this.live.close()
    await this.#documents.close()
    await this.#base.kept.meta.close()
    this.#base.kept.refusals.close()
  }

  #observe(changed: () => void): void {
    const { meta, refusals } = this.#base.kept
    this.drafts.observe(changed)
    refusals.observe(changed)
    meta.onWipe(() => this.#onWipe())
  }

  #newStanding(): Standing {
    return new Standing({
      base: this.#base,
      kept: this.#kept,
      line: () => this.#line.state(),
      saving: () => this.#writing.saving,
      files: () => this.files.unsentCount(),
      offset: () => this.#offset,
    })
  }

  #newFiles(): DeviceFiles {
    const { url, kept, given, isWiping = false } = this.#base
    const record = (id: string) => this.#directory.row('files', id) as FileRecord | null
    return new DeviceFiles({
      url,
      wiping: isWiping ? `${given.replica}:${given.key}` : null,
      kept: kept.files,
      limit: limitOn(kept.meta),
      record,
      isOnline: () => this.#line.state().online,
      isGone: (id) => record(id)?.gone ?? false,
      changed: () => this.#tellOfFiles(),
    })
  }

  #newAhead(): LettersAhead {
    const directory = this.#directory
    return new LettersAhead({
      ids: () => [...directory.rows('letters').keys(), ...directory.rows('ownLetters').keys()],
      // Both collections have the same fields.
      letter: (id) => directory.row(letterCollection(id), id) as unknown as Letter | null,
      isOnline: () => this.#line.state().online,
      now: () => this.now,
      bytes: this.files.letters,
    })
  }

  #newErased(): Erased {
    const { meta } = this.#base.kept
    const { remembered } = this.#kept
    const [inStep, isOnline] = [() => this.#whenInStep('erased'), () => this.#line.state().online]
    return lettingGo({ directory: this.#directory, meta, remembered, files: this.files, inStep, isOnline })
  }

  /** There is a line: what waited for one goes. */
  #reached(): void {
    this.files.wake()
    void this.#erased.look()
  }

  #heard(changes: readonly Change[]): void {
    if (changes.some(({ collection }) => collection === fileRecords)) this.#filesChanged()
    if (changes.some(({ collection }) => collection === erasures)) void this.#erased.look()
  }

  /** One may have been removed or restored: it goes no further, or on. */
  #filesChanged(): void {
    this.files.wake()
    this.#tellOfFiles()
  }

  /** Whoever asks how it stands with saving hears of them, too. */
  #tellOfFiles(): void {
    this.live.takeOwn('files')
    this.live.takeOwn()
  }

  async #recordFile({ uploads: _begun, failed: _why, id, ...values }: Queued): Promise<Done> {
    const done = await this.#writing.run('addFile', { id, values })
    this.files.wake()
    return done
  }

  /** Files whose records were not made before the program ended are there still. */
  async #recordTheRest(): Promise<void> {
    const left = this.files.unsent().filter(({ id }) => this.#directory.row('files', id) === null)
    for (const one of left) await this.#recordFile(one)
  }

  /** What is written until then is brought under the new name, as all of this device's writes are. */
  async #onUnknown(): Promise<void> {
    await noteUnknown(this.#base.kept.meta, this.known)
    this.#unknown.resolve()
  }

  /** Documents that are open are written anew by themselves; those that were let go are fetched. */
  #onWipe(): void {
    this.#standing.wiped()
    this.#kept.held.forgetAll()
    this.#line.wake()
  }

  /** Reading a quarter takes all of this worker's attention: what is remembered is on the screen before that. */
  async #begin(): Promise<void> {
    if (!this.#kept.remembered.isEmpty) await Promise.race([this.live.asked, this.#urged.promise, sleep(GRACE)])
    await this.#line.begin()
    this.live.reach('reading')
    void this.#recordTheRest()
  }

  /** A command finds its documents, and what it does is seen at once. */
  async #readied(): Promise<void> {
    this.#urged.resolve()
    await this.opened
    await this.#mended
    this.live.reach('hurried')
  }

  /** No command of a page comes before it. */
  async #mend(): Promise<void> {
    const left = this.#kept.unfinished.left()
    if (left.length === 0) return
    this.#urged.resolve()
    await this.opened
    this.live.reach('hurried')
    const { unfinished } = this.#kept
    const changed = () => this.live.takeOwn()
    await takeBackLeft(left, { writing: this.#writing, unfinished, inStep: () => this.#whenInStep('mend'), changed })
  }

  /** `whose`: who waits. */
  #whenInStep(whose: string): Promise<void> {
    return new Promise((resolve) => {
      this.live.subscribe(whose, { what: 'status' }, (answer) => {
        if (answer.what !== 'status' || !isInStep(answer)) return
        this.live.unsubscribe(whose)
        resolve()
      })
    })
  }

  #correct(offset: number): void {
    this.#offset = offset
    this.live.takeOwn()
    keepOffset(this.#base.kept.meta, this.#base.given, offset)
  }

  #ownAnswer(query: OwnQuery): Answer {
    if (query.what === 'presence') return { what: 'presence', others: this.#line.others() }
    if (query.what === 'drafts') return { what: 'drafts', drafts: this.drafts.list() }
    return this.#standing.now()
  }
}

function unsentIn(outbox: Outbox, document: string): Unsent {
  const keys = outbox.of(document).flatMap((row) => row.keys)
  return new Set(keys.map(({ collection, key }) => unsentKey(collection, key)))
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
