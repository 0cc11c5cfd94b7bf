import type { Lookup } from '../orders/order-item.ts'
import { instant } from '../records/declarations/fields.ts'
import { smsOf } from './body/plain.ts'
import { readBody } from './body/read-body.ts'
import type { Message } from './collections.ts'

/** What lists of messages show besides the declared fields. */
export const MESSAGE_LIST_FIELDS = { at: instant() }

/** So much of a text stands for a message without a subject. */
const BEGINNING = 120

/** A message as lists and cards show it. */
export function messageItem(message: Message, look: Lookup) {
  return {
    id: message.id,
    gone: message.gone,
    way: message.way,
    state: message.state,
    to: message.to,
    /** An SMS has none: its text begins with what it is about. */
    subject: message.subject ?? beginningOf(message.body),
    order: message.order,
    orderName: message.order === null ? null : look.called('orders', message.order),
    customer: look.customer(message.customer),
    customerName: look.name('customers', message.customer),
    template: message.template,
    templateName: look.name('messageTemplates', message.template),
    author: message.author,
    authorName: look.name('people', message.author),
    rule: message.rule,
    ruleName: look.name('rules', message.rule),
    due: message.due,
    sent: message.sent,
    attempts: message.attempts,
    why: message.why,
    undelivered: message.undelivered,
    /** When it went, or is to go, ms. */
    at: message.sent ?? message.due ?? message.madeAt,
  }
}

export type MessageItem = ReturnType<typeof messageItem>

function beginningOf(body: string | null): string | null {
  return smsOf(readBody(body)).replaceAll(/\s+/g, ' ').slice(0, BEGINNING).trim() || null
}
