import type { LiveAnswer } from '../live-answer.ts'
import { answersUnderWay } from './answers-under-way.ts'
import type { MailThreadAnswer, MailThreadQuery, ShownLetter } from './query.ts'
import { inOrder, type RowGround } from './thread-row.ts'
import type { Thread } from './threads.ts'
import { isStarred, isThrownAway, isUnread } from './where.ts'

/** So many earlier letters of one who wrote are offered to be bound along. */
const MOST_EARLIER = 500

/** The letters of one thread, while somebody reads it. */
export class LiveThread implements LiveAnswer<MailThreadQuery> {
  readonly hears = 'mail'
  readonly #ground: RowGround
  #query: MailThreadQuery

  constructor(ground: RowGround, query: MailThreadQuery) {
    this.#ground = ground
    this.#query = query
  }

  ask(query: MailThreadQuery): void {
    this.#query = query
  }

  take(changed: ReadonlyMap<string, unknown>): boolean {
    return changed.has('customers') || changed.has('orders') || changed.has('messages')
  }

  answer(): MailThreadAnswer {
    const { known, directory } = this.#ground
    const { letter } = this.#query
    const thread = known.threads.of(known.standing(letter))
    const letters = thread ? this.#letters(thread) : []
    const first = thread ? (inOrder(thread)[0]?.id ?? null) : null
    const all = thread ? inOrder(thread).flatMap(({ id }) => known.letter(id) ?? []) : []
    const underWay = answersUnderWay(directory, all, known.circle)
    return { what: 'mailThread', letter, thread: first, letters, underWay, isWhole: known.isWhole }
  }

  /** What was removed stays out, where that is not what was asked for. */
  #letters(thread: Thread): ShownLetter[] {
    const { known } = this.#ground
    const { folders } = known
    const asked = thread.letters.get(known.standing(this.#query.letter))
    const showsAll = asked === undefined || isThrownAway(asked, folders)
    const entries = inOrder(thread).filter((entry) => showsAll || !isThrownAway(entry, folders))
    return entries.flatMap(({ id }) => this.#shown(id) ?? [])
  }

  #shown(id: string): ShownLetter | null {
    const { known, directory } = this.#ground
    const [letter, entry] = [known.letter(id), known.entry(id)]
    if (!letter || !entry) return null
    const order = letter.order === null ? null : directory.order(letter.order)
    const contact = directory.contactsAt(letter.customer).find((one) => one.id === letter.contact)
    return {
      id,
      letter,
      at: entry.at,
      isUnread: isUnread(entry, known.folders),
      isStarred: isStarred(entry, known.folders),
      customerName: directory.name('customers', letter.customer),
      contactName: contact?.name ?? null,
      orderNumber: letter.order === null ? null : directory.called('orders', letter.order),
      orderSort: order?.sort ?? null,
      sameSender: entry.customer === null ? this.#sameSender(id, entry.from) : [],
    }
  }

  #sameSender(id: string, from: string): string[] {
    const { counts } = this.#ground.known
    return counts
      .ofSender(from)
      .filter((one) => one !== id)
      .slice(0, MOST_EARLIER)
  }
}
