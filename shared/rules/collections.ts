import { RULED_BY } from '../messages/letter-sender.ts'
import { COMPLETIONS, SORTS } from '../orders/collections.ts'
import { collection, type EntryOf, list, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  flag,
  ids,
  instant,
  integer,
  note,
  place,
  reference,
  text,
  unread,
} from '../records/declarations/fields.ts'

/** «Условие запуска»: what has to happen to an order. */
export const STARTS = ['changesState', 'isCreated', 'isCompleted', 'isCancelled', 'hasStood'] as const
export type Start = (typeof STARTS)[number]

/** «Опоздавшие»: what is done about a move that is heard of late: all, unless the order has moved on, unless it is too old. */
const LATENESSES = ['always', 'unlessMovedOn', 'unlessOld'] as const

/** What a rule does. */
export const ACTIONS = [
  'letter',
  'sms',
  'makeEvent',
  'makeJob',
  'makeSlot',
  'remind',
  'setState',
  'setResponsible',
] as const
export type ActionSort = (typeof ACTIONS)[number]

/** Whom a message goes to. */
export const ADDRESSEES = ['toContact', 'toCustomer', 'toResponsible', 'toPerson', 'toAddress'] as const
export type Addressee = (typeof ADDRESSEES)[number]

/** How a run stands, and each of its steps. */
export const RUN_STATES = ['waiting', 'done', 'skipped', 'failed', 'cancelled', 'doubtful'] as const
export type RunState = (typeof RUN_STATES)[number]

/** «Рабочие процессы»: subscriptions to what happens to orders. */
export const rules = collection('rules', {
  version: 1,
  family: 'automation',
  since: ['on'],
  fields: {
    name: text({ required: true }),
    /** «Включено». */
    on: flag(),
    start: choice(STARTS, { required: true }),
    sort: choice(SORTS, { required: true }),
    /** Kinds of order that it is for; none: all. */
    kinds: ids(),
    /** For `hasStood`: after so many hours. */
    hours: integer({ least: 1 }),
    /** A filter over orders in the form of filters/SPEC L10, with `was` and `changed`. */
    criteria: unread(),
    lateness: choice(LATENESSES),
    /** For `unlessOld`: older than so many hours. */
    lateHours: integer({ least: 1 }),
    note: note(),
    place: place(),
  },
  lists: {
    actions: list({
      does: choice(ACTIONS),
      off: flag(),
      /** Minutes from the move until it is done. */
      delay: integer({ least: 0 }),
      /** Quiet hours, minutes of the company's day: nothing is done from the one until the other. */
      quietFrom: integer({ least: 0 }),
      quietUntil: integer({ least: 0 }),
      template: reference('messageTemplates'),
      to: choice(ADDRESSEES),
      /** Whom a message goes to, or whose the event, job, record, reminder is; null: of whoever is responsible. */
      person: reference('people'),
      address: text(),
      /** By whose account of mail a letter goes; null: as the company says. */
      sender: choice(RULED_BY),
      /** What the made record says; parameters of templates may stand in it. */
      subject: text(),
      text: note(),
      /** In so many days from the move it is due, or takes place. */
      days: integer({ least: 0 }),
      /** How long it takes, minutes. */
      minutes: integer({ least: 1 }),
      state: reference('states'),
      completion: choice(COMPLETIONS),
      reason: reference('reasons'),
      place: place(),
    }),
  },
})

/** What came of a rule for one move of one order: written by agents; people cancel and ask again. */
export const runs = collection('runs', {
  version: 1,
  family: 'runs',
  fields: {
    rule: reference('rules', { required: true }),
    /** What the rule was called then. */
    name: text(),
    order: reference('orders', { required: true }),
    /** The move that started it, by id; null where none did (`isCreated`, `hasStood`). */
    move: unread(),
    /** When that happened, as the device said that made it. */
    at: instant(),
    /** When the agent heard of it. */
    heard: instant(),
    state: choice(RUN_STATES),
    /** Why it stands so, in the form of why.ts; null: there is nothing to say. */
    why: unread(),
    /** How many rules have led to this one, each by the state that it set. */
    depth: integer(),
  },
  lists: {
    /** A step for each action, under the action's id. */
    steps: list({
      does: choice(ACTIONS),
      state: choice(RUN_STATES),
      /** Not before then. */
      due: instant(),
      attempts: integer(),
      why: unread(),
      /** What it made or changed, `<collection>/<id>`. */
      made: unread(),
      /** When it came to its end. */
      ended: instant(),
      /** How often somebody has asked for it again. */
      asked: integer(),
      place: place(),
    }),
  },
})

export type Rule = Row<typeof rules>
export type Action = EntryOf<typeof rules, 'actions'>
export type Run = Row<typeof runs>
export type Step = EntryOf<typeof runs, 'steps'>
