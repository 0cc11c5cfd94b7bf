import { devices } from '../../../../shared/company/collections.ts'
import { comments } from '../../../../shared/discussion/collections.ts'
import { sharedId } from '../../../../shared/letters/ids.ts'
import type { Notice, Noticed, NoticeLook } from '../../../../shared/notices/notice.ts'
import { NOTICED } from '../../../../shared/notices/notice.ts'
import { noticesOf, TOLD_FOR } from '../../../../shared/notices/notices-of.ts'
import { parseId } from '../../../../shared/records/keys/id.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import type { Directory } from '../directory.ts'
import { noticeLook } from './notice-look.ts'
import { Queue } from './queue.ts'

const NOTHING: readonly Notice[] = []

/** A notice, with when it was found on this device: those of the start have 0. */
export interface Known {
  readonly notice: Notice
  readonly came: number
}

/**
 * Every notice of who looks, by the record that it follows from, kept from the change feed (notices/SPEC O7). At a start all
 * records are looked at once, in slices: of those that stand in columns only where one's name is in them.
 */
export class KnownNotices {
  readonly #directory: Directory
  readonly #me: string
  readonly #byRecord = new Map<string, readonly Known[]>()
  readonly #queue: Queue
  /** Devices of which nobody was known to hold them, and the records that wait for that. */
  readonly #unknown = new Map<string, Set<string>>()
  #look: NoticeLook
  #at = ''
  /** The person and his devices, as JSON writes them. */
  #named: readonly string[] | null = null
  /** How many have come since the start was over. */
  #came = 0
  #hasBegun = false

  constructor(directory: Directory, me: string, changed: () => void) {
    this.#directory = directory
    this.#me = me
    this.#look = this.#newLook()
    this.#queue = new Queue(
      (key) => this.#read(key),
      () => {
        this.#hasBegun ||= this.#queue.isEmpty
        changed()
      },
    )
    for (const name of NOTICED) for (const id of directory.rows(name).keys()) this.#note(name, id)
  }

  /** All that there are, in no order. */
  *all(): Generator<Known> {
    for (const known of this.#byRecord.values()) yield* known
  }

  /** Records have changed. */
  take(changes: readonly Change[]): void {
    this.#look = this.#newLook()
    for (const { collection, id } of changes) {
      const { name } = collection
      if (isNoticed(name)) this.#note(name, id)
      for (const comment of this.#directory.commentsOn(`${name}/${id}`)) this.#note('comments', comment.id)
      if (name === comments.name) this.#noteDiscussion(id)
      if (name === devices.name) this.#noteWaiting(id)
    }
  }

  /** Records of a document stand from its columns. */
  stand(name: string, ids: readonly string[]): void {
    if (isNoticed(name)) for (const id of ids) this.#note(name, id)
  }

  /** Another day has begun: what is to be done by a day may be overdue. */
  turn(): void {
    this.#look = this.#newLook()
    for (const name of ['events', 'jobs'] as const)
      for (const id of this.#directory.rows(name).keys()) this.#note(name, id)
  }

  /** Looks at all that waits, at once. */
  flush(): void {
    this.#queue.flush()
  }

  close(): void {
    this.#queue.close()
  }

  #newLook(): NoticeLook {
    return noticeLook(this.#directory, this.#me, (replica) => this.#wait(replica))
  }

  #wait(replica: string): void {
    const waiting = this.#unknown.get(replica) ?? new Set<string>()
    this.#unknown.set(replica, waiting.add(this.#at))
  }

  #noteWaiting(replica: string): void {
    this.#named = null
    for (const key of this.#unknown.get(replica) ?? []) this.#queue.add(key)
    this.#unknown.delete(replica)
  }

  /** Who has said something is told of what is said after it: where that came late, of what is here already. */
  #noteDiscussion(id: string): void {
    const about = this.#directory.typed(comments, id)?.about
    const isOwn = this.#look.authorOf(id) === this.#me
    if (about && isOwn) for (const comment of this.#directory.commentsOn(about)) this.#note('comments', comment.id)
  }

  #note(name: Noticed, id: string): void {
    if (!isOfOthers(name) || !isOld(id, this.#directory.now)) this.#queue.add(`${name}/${id}`)
  }

  #read(key: string): void {
    this.#at = key
    const [name = '', id = ''] = key.split('/') as [Noticed, string]
    const found = this.#noticesIn(name as Noticed, id)
    const before = new Map(this.#byRecord.get(key)?.map((known) => [known.notice.id, known.came]))
    const known = found.map((notice) => ({ notice, came: before.get(notice.id) ?? this.#number() }))
    if (known.length > 0) this.#byRecord.set(key, known)
    else this.#byRecord.delete(key)
  }

  #number(): number {
    return this.#hasBegun ? ++this.#came : 0
  }

  #noticesIn(name: Noticed, id: string): readonly Notice[] {
    const row = this.#rowOf(name, id)
    const oldest = this.#directory.now - TOLD_FOR
    return row ? noticesOf(name, row as never, this.#look).filter(({ at }) => at > oldest) : NOTHING
  }

  /** Of what names neither the person nor a device of his nothing follows but from comments: its row is not made. */
  #rowOf(name: Noticed, id: string): unknown {
    if (name === 'ownLetters' && this.#directory.row('letters', sharedId(id))) return null
    if (isOfOthers(name)) return this.#directory.row(name, id)
    return this.#directory.rows(name).ifNaming(id, this.#needles())
  }

  #needles(): readonly string[] {
    if (this.#named === null) {
      const own = [...this.#directory.all(devices)].filter(({ person }) => person === this.#me)
      this.#named = [this.#me, ...own.map(({ id }) => id)].map((text) => JSON.stringify(text))
    }
    return this.#named
  }
}

/** Records whose notices follow from more than that they name a person: no row of them is passed over. */
function isOfOthers(name: Noticed): boolean {
  return name === 'comments' || name === 'letters' || name === 'ownLetters'
}

function isNoticed(name: string): name is Noticed {
  return NOTICED.some((one) => one === name)
}

/** Whether a record was made so long ago that what it tells counts as seen: its id says when. */
function isOld(id: string, now: number): boolean {
  const made = parseId(id)?.time
  return made !== undefined && made < now - TOLD_FOR
}
