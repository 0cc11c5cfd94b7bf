import { COMPANY, company, people } from '../../../shared/company/collections.ts'
import type { Message } from '../../../shared/messages/collections.ts'
import type { LetterSender } from '../../../shared/messages/letter-sender.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import type { Order } from '../../../shared/orders/collections.ts'

/** A person in whose name a letter goes. */
export interface Writer {
  readonly name: string
  /** The account of the program, which an own account of mail belongs to; null: the person has none. */
  readonly user: string | null
  readonly email: string | null
}

type Said = Pick<Message, 'sender' | 'author'>

/**
 * In whose name a letter goes (SPEC SN17); null: the company’s. `nobody`: of whoever answers for the order, and nobody does,
 * or is here no more.
 */
export function writerOf(
  message: Said,
  order: Pick<Order, 'responsible'> | null,
  find: Find,
): Writer | 'nobody' | null {
  const sender = senderOf(message, find)
  if (sender === 'company') return null
  const id = sender === 'author' ? message.author : (order?.responsible ?? null)
  const person = id === null ? null : find(people, id)
  if (!person || person.gone) return 'nobody'
  return { name: person.name ?? '', user: person.user, email: person.email }
}

/** What a rule leaves open is as the company says now; what somebody wrote, and nobody said of, is the company’s. */
function senderOf({ sender, author }: Said, find: Find): LetterSender {
  if (sender !== null) return sender
  return author === null ? (find(company, COMPANY)?.letterSender ?? 'company') : 'company'
}
