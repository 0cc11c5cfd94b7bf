import { fillLine, fillText } from '../../../shared/messages/filling/fill-text.ts'
import type { Around } from '../../../shared/messages/parameters/around.ts'
import { createRecord } from '../../../shared/plain-commands.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { Action } from '../../../shared/rules/collections.ts'
import { addDays, dayAt } from '../../../shared/time/days.ts'

/** What an action makes a record of. */
export interface Making {
  readonly action: Action
  readonly around: Around
  /** When the rule was started, and now, ms; the zone of the company's days. */
  readonly at: number
  readonly now: number
  readonly zone: string
}

const HOUR = 3_600_000
const DAY = 86_400_000
const MINUTE = 60_000

/** Makers of records by what an action does: the collection, and the values. */
const MAKERS = { makeEvent: eventOf, makeJob: jobOf, makeSlot: slotOf, remind: reminderOf } as const
export type Made = keyof typeof MAKERS
export const MADE = { makeEvent: 'events', makeJob: 'jobs', makeSlot: 'calendarRecords', remind: 'reminders' } as const

/** Makes the record of an action under its id; a repeat finds it there. */
export function makeRecord(tx: Transaction, id: string, does: Made, making: Making): void {
  createRecord(tx, { collection: MADE[does], id, values: MAKERS[does](making) })
}

function eventOf(making: Making): JsonObject {
  const { customer, responsible, basis, text } = takenOf(making)
  const start = startOf(making)
  const end = making.action.minutes === null ? null : start + making.action.minutes * MINUTE
  const subject = subjectOf(making)
  return {
    kind: 'otherEvent',
    direction: 'out',
    subject,
    state: 'planned',
    start,
    end,
    customer,
    responsible,
    basis,
    text,
  }
}

function jobOf(making: Making): JsonObject {
  const { customer, responsible, basis, text } = takenOf(making)
  const { action, around, at, zone } = making
  const due = action.days === null ? null : addDays(dayAt(at, zone), action.days)
  const order = around.order.id
  return { subject: subjectOf(making), state: 'todo', due, customer, order, performer: responsible, basis, text }
}

/** From the next full hour on, for an hour where nothing is said. */
function slotOf(making: Making): JsonObject {
  const { customer, responsible, basis, text } = takenOf(making)
  const start = Math.ceil(startOf(making) / HOUR) * HOUR
  const end = start + (making.action.minutes ?? 60) * MINUTE
  return { subject: subjectOf(making), start, end, customer, responsible, basis, text }
}

function reminderOf(making: Making): JsonObject {
  const { responsible, basis, text } = takenOf(making)
  const words = [subjectOf(making), text].filter(Boolean).join('\n')
  return { person: responsible, at: startOf(making), text: words, about: basis }
}

function startOf({ action, at, now }: Making): number {
  return action.days === null ? now : Math.max(now, at + action.days * DAY)
}

/** What it says first: its subject, else the first line of its text. */
function subjectOf({ action, around }: Making): string {
  const { sort } = around.order
  const [first = ''] = (action.text ?? '').trim().split('\n')
  return sort === null ? '' : fillLine(action.subject?.trim() || first, sort, around)
}

function takenOf({ action, around }: Making) {
  const { order } = around
  const text = action.text && order.sort ? fillText(action.text, order.sort, around) : null
  return {
    customer: order.customer,
    responsible: action.person ?? order.responsible,
    basis: `orders/${order.id}`,
    text,
  }
}
