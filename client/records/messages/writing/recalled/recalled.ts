import type { Message } from '../../../../../shared/messages/collections.ts'
import type { Sort } from '../../../../../shared/orders/collections.ts'
import type { MessageStart } from '../begun/start.ts'
import type { Typed } from '../begun/typed.ts'

/** What comes sooner than this, ms, was not put off by hand: it was only to be called off until then. */
const PUT_OFF = 60_000

interface Around {
  readonly order: MessageStart['order']
  /** Files that were added to the message: they are known by what they are about. */
  readonly own: readonly string[]
  /** Ms since 1970. */
  readonly now: number
}

/** A message as it was typed. */
export function typedAgain(message: Message, { order, own, now }: Around): Typed {
  const { contact, to, cc, bcc, account, subject, body, quote, answers, forwards, due, papers } = message
  return {
    ...{ way: message.way ?? 'letter', contact, to, cc, bcc, account, subject, body, quote, answers, forwards },
    notBefore: due !== null && due > now + PUT_OFF ? due : null,
    papers,
    files: message.files.filter((id) => !own.includes(id)),
    ...{ template: null, problems: [], order },
  }
}

/** From where it would be begun: its draft stands where that is looked for. `sort`: of its order; null: that is not here. */
export function startOfRecalled(message: Message, sort: Sort | null): MessageStart {
  const { customer, order, contact } = message
  const key = answerKey(message)
  return {
    ...{ customer, contact, order: order !== null && sort !== null ? { id: order, sort } : null },
    ...(key !== null && { begun: { key, typed: {}, enclosures: [] } }),
  }
}

/** As of `startOfAnswer`; null: it is about no letter. */
function answerKey({ answers, forwards, to, cc }: Message): string | null {
  if (forwards !== null) return `forward_${idIn(forwards)}`
  if (answers === null) return null
  const isToOne = cc.length === 0 && !to?.includes(',')
  return `${isToOne ? 'reply' : 'replyAll'}_${idIn(answers)}`
}

function idIn(reference: string): string {
  return reference.slice(reference.indexOf('/') + 1)
}
