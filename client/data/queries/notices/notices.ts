import type { CollectionName } from '../../../../shared/collections.ts'
import { settings } from '../../../../shared/company/collections.ts'
import { comments } from '../../../../shared/discussion/collections.ts'
import type { LeftOut } from '../../../../shared/features/records.ts'
import { seenNotices } from '../../../../shared/notices/collections.ts'
import { isTold } from '../../../../shared/notices/kinds.ts'
import type { Notice } from '../../../../shared/notices/notice.ts'
import { markOf } from '../../../../shared/notices/seen.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { namedBy } from '../about.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import { isOut } from '../left-out.ts'
import { type Known, KnownNotices } from './known-notices.ts'
import type {
  Arrived,
  NoticeGroup,
  NoticesAnswer,
  NoticesQuery,
  ShownNotice,
  UnreadAnswer,
  UnreadQuery,
} from './query.ts'

/** So many of those that came last are told at once. */
const ARRIVED = 5
/** So many of one record stand in the list; the card has the others. */
const OF_ONE = 3
/** So much of what was said stands in the list, signs. */
const SNIPPET = 160

/** What concerns who looks: found when it is first asked for, then kept; which of it he has seen. */
export class Notices {
  readonly #directory: Directory
  readonly #changed: () => void
  #known: KnownNotices | null = null
  #seen: ReadonlySet<string> | null = null
  readonly #marks = new Map<string, string>()

  /** `changed` is called when an answer may be another. */
  constructor(directory: Directory, changed: () => void) {
    this.#directory = directory
    this.#changed = changed
  }

  take(changes: readonly Change[]): void {
    this.#known?.take(changes)
  }

  stand(name: string, ids: readonly string[]): void {
    this.#known?.stand(name, ids)
  }

  /** Whether changed items may change an answer by themselves: marks, choices, and names that the list shows. */
  touches(query: NoticesQuery | UnreadQuery, changed: ItemsChanged): boolean {
    const shows = query.what === 'notices' && query.to > 0
    if (changed.has('seenNotices')) this.#seen = null
    return changed.has('seenNotices') || changed.has('settings') || (shows && changed.has('customers'))
  }

  turn(): void {
    this.#known?.turn()
  }

  /** Looks at all that waits, at once. */
  flush(): void {
    this.#begun()?.flush()
  }

  close(): void {
    this.#known?.close()
  }

  answer({ onlyUnread, to, without = [] }: NoticesQuery): NoticesAnswer {
    const shown = this.#shown().filter(({ notice }) => !this.#isOut(without, notice))
    const unread = shown.filter(({ notice }) => this.#isUnread(notice))
    const byRecord = Map.groupBy(onlyUnread ? unread : shown, ({ notice }) => notice.about)
    const groups = [...byRecord].sort(([, a], [, b]) => latest(b) - latest(a)).slice(0, to)
    return {
      what: 'notices',
      unread: unread.length,
      count: byRecord.size,
      groups: groups.map(([about, known]) => this.#group(about, known)),
      arrived: this.#arrived(unread),
    }
  }

  /** Unread notices about a record, or all of them. */
  unread({ about }: UnreadQuery): UnreadAnswer {
    const own = this.#shown().flatMap(({ notice }) => (about === null || notice.about === about ? [notice] : []))
    const unread = own.filter((notice) => this.#isUnread(notice))
    return {
      what: 'unread',
      notices: unread.map(({ id }) => id),
      comments: unread.flatMap(({ comment }) => comment ?? []),
    }
  }

  #begun(): KnownNotices | null {
    const { me } = this.#directory
    if (me !== null) this.#known ??= new KnownNotices(this.#directory, me, this.#changed)
    return this.#known
  }

  /** Those of kinds that are told in the program. */
  #shown(): Known[] {
    const [own] = this.#directory.all(settings)
    const choices = own?.notices ?? []
    return [...(this.#begun()?.all() ?? [])].filter(({ notice }) => isTold(choices, notice.kind, 'program'))
  }

  #isOut(without: LeftOut, { about }: Notice): boolean {
    const named = namedBy(about)
    return named !== null && isOut(this.#directory, without, named.collection, named.id)
  }

  #arrived(unread: readonly Known[]): Arrived[] {
    const came = unread.filter(({ came }) => came > 0).sort((a, b) => b.came - a.came)
    return came.slice(0, ARRIVED).map(({ notice, came }) => ({
      came,
      notice: this.#show(notice),
      item: this.#itemOf(notice.about),
    }))
  }

  #group(about: string, known: readonly Known[]): NoticeGroup {
    const sorted = known.map(({ notice }) => notice).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    return {
      id: about,
      collection: about.split('/')[0] as CollectionName,
      item: this.#itemOf(about),
      unread: sorted.filter((notice) => this.#isUnread(notice)).length,
      notices: sorted.slice(0, OF_ONE).map((notice) => this.#show(notice)),
    }
  }

  #show(notice: Notice): ShownNotice {
    const said = notice.comment === null ? null : this.#directory.typed(comments, notice.comment)?.text
    return { ...notice, isUnread: this.#isUnread(notice), text: said?.slice(0, SNIPPET) ?? null }
  }

  #itemOf(about: string) {
    const named = namedBy(about)
    return named && this.#directory.item(named.collection, named.id)
  }

  #isUnread({ id }: Notice): boolean {
    const mark = this.#marks.get(id) ?? markOf(id)
    this.#marks.set(id, mark)
    this.#seen ??= new Set(
      [...this.#directory.all(seenNotices)].flatMap(({ marks }) => marks.flatMap(({ seen }) => seen)),
    )
    return !this.#seen.has(mark)
  }
}

function latest(known: readonly Known[]): number {
  return known.reduce((last, { notice }) => Math.max(last, notice.at), 0)
}
