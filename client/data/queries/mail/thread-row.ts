import type { Letter } from '../../../../shared/letters/collections.ts'
import type { Directory } from '../directory.ts'
import type { Entry } from './entry.ts'
import type { KnownLetters } from './known-letters.ts'
import type { MailThreadRow } from './query.ts'
import type { Thread } from './threads.ts'
import { isStarred, isUnread } from './where.ts'

/** What rows are made of. */
export interface RowGround {
  readonly directory: Directory
  readonly known: KnownLetters
}

/** So many who wrote are named. */
const NAMED = 4

/** A thread as lists show it; `inside`: its letters that stand there, the newest first. */
export function threadRow({ directory, known }: RowGround, thread: Thread, inside: readonly Entry[]): MailThreadRow {
  const all = inOrder(thread)
  const [newest] = inside.flatMap(({ id }) => known.letter(id) ?? [])
  const customer = directory.customer(all.findLast((one) => one.customer)?.customer ?? null)
  const order = all.findLast((one) => one.order)?.order ?? null
  return {
    id: all[0]?.id ?? '',
    letters: inside.map(({ id }) => id),
    at: inside[0]?.at ?? 0,
    subject: newest?.subject ?? null,
    snippet: newest?.snippet ?? null,
    people: peopleOf(all.slice(-NAMED * 2).flatMap(({ id }) => known.letter(id) ?? [])),
    to: newest?.to[0] ?? null,
    count: all.length,
    unread: inside.filter((one) => isUnread(one, known.folders)).length,
    isStarred: inside.some((one) => isStarred(one, known.folders)),
    hasFiles: (newest?.attachments.length ?? 0) > 0,
    isAnswered: newest?.places.some(({ answered }) => answered) ?? false,
    customer,
    customerName: directory.name('customers', customer),
    orderNumber: order === null ? null : directory.called('orders', order),
  }
}

/** The letters of a thread, as they came. */
export function inOrder({ letters }: Thread): Entry[] {
  return [...letters.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function peopleOf(letters: readonly Letter[]): (string | null)[] {
  const names = letters.map((one) => (one.direction === 'out' ? null : (one.fromName ?? one.fromAddress ?? '?')))
  return [...new Set(names)].slice(-NAMED)
}
