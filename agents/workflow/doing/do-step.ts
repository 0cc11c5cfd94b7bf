import { Failure } from '../../../shared/errors.ts'
import { messages, messageTemplates } from '../../../shared/messages/collections.ts'
import { makeMessage } from '../../../shared/messages/filling/make-message.ts'
import { type Order, orders } from '../../../shared/orders/collections.ts'
import { setOrder } from '../../../shared/orders/commands.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { moveOrder } from '../../../shared/orders/moves/move-order.ts'
import { standingOf } from '../../../shared/orders/moves/moves.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { Action, Rule, Run, Step } from '../../../shared/rules/collections.ts'
import { madeId } from '../../../shared/rules/ids.ts'
import type { Look } from '../../../shared/rules/look.ts'
import { zoneOf } from '../../../shared/rules/look.ts'
import { addresseeOf } from '../../../shared/rules/planning/addressee.ts'
import { formatMade } from '../../../shared/rules/runs/made.ts'
import { whyOf, whyRefused } from '../../../shared/rules/why.ts'
import type { End } from './end.ts'
import { MADE, makeRecord } from './records.ts'

/** A step that is to be done. */
export interface Doing {
  readonly run: Run
  readonly step: Step
  readonly action: Action
  readonly rule: Rule
}

/** So long a message waits at least, ms: whoever undoes a move stops its letters. */
const MESSAGE_WAITS = 30_000

/** Does a step as part of a transaction: all of it or nothing. What its command refuses makes it fail, in words. */
export function doStep(tx: Transaction, doing: Doing, look: Look): End {
  const order = tx.get(orders, doing.run.order ?? '')
  try {
    return doneBy(tx, doing, order, look)
  } catch (error) {
    if (!(error instanceof Failure) || PASSING.includes(error.code)) throw error
    return error.code === 'state-same' ? isThere() : { state: 'failed', why: whyRefused(error) }
  }
}

/** What another try may mend. */
const PASSING: readonly string[] = ['document-closed', 'record-missing', 'document-packed', 'storage-failed']

function doneBy(tx: Transaction, doing: Doing, order: Order, look: Look): End {
  const { does } = doing.action
  switch (does) {
    case 'letter':
    case 'sms':
      return putMessage(tx, doing, order, look)
    case 'setState':
      return setState(tx, doing, order)
    case 'setResponsible':
      return setResponsible(tx, doing.action, order)
    case null:
      return { state: 'skipped', why: whyOf('actionRemoved') }
    default:
      return makeOne(tx, doing, does, order, look)
  }
}

/** Puts a message among the outgoing ones; the step waits until it has gone. */
function putMessage(tx: Transaction, { run, step, action, rule }: Doing, order: Order, look: Look): End {
  const addressed = addresseeOf(action, order, look)
  if ('why' in addressed) return { state: 'skipped', why: addressed.why }
  const id = idOf(run, step, order)
  const template = action.template === null ? null : look.find(messageTemplates, action.template)
  const way = action.does === 'sms' ? 'sms' : 'letter'
  const made = makeMessage({ ...addressed, way, template, around: around(run, order, look) })
  if ('why' in made) return { state: 'failed', why: made.why }
  const due = tx.now() + MESSAGE_WAITS
  const { id: runId, move } = run
  tx.create(messages, id, {
    ...made.values,
    ...(way === 'letter' && { sender: action.sender }),
    due,
    run: runId,
    move,
    rule: rule.id,
    attempts: 0,
    asked: 0,
  })
  return { state: 'waiting', why: whyOf('isOutgoing'), made: formatMade(messages.name, id) }
}

function setState(tx: Transaction, { run, action, rule }: Doing, { id, moves, ...order }: Order): End {
  const { state, completion, reason } = action
  if (state === null) return { state: 'failed', why: whyRefused({ code: 'state-not-in-kind', params: { state: '' } }) }
  const made = formatMade(orders.name, id)
  // Done before, where this was cut off behind it.
  if (moves.some((move) => move.cause === run.id && move.state === state)) return { state: 'done', why: null, made }
  if (standingOf({ ...order, moves }).state === state) return isThere()
  const end = state === COMPLETED ? { ...(completion && { completion }), ...(reason && { reason }) } : {}
  moveOrder(tx, { id, state, ...end, comment: rule.name ?? '', cause: run.id })
  return { state: 'done', why: null, made }
}

function setResponsible(tx: Transaction, { person }: Action, { id, responsible }: Order): End {
  if (person === responsible) return isThere()
  setOrder(tx, { id, fields: { responsible: person } })
  return { state: 'done', why: null, made: formatMade(orders.name, id) }
}

function makeOne(
  tx: Transaction,
  { run, step, action }: Doing,
  does: keyof typeof MADE,
  order: Order,
  look: Look,
): End {
  const id = idOf(run, step, order)
  const now = tx.now()
  const making = { action, around: around(run, order, look), at: run.at ?? now, now, zone: zoneOf(look) }
  if (does === 'remind' && (action.person ?? order.responsible) === null)
    return { state: 'skipped', why: whyOf('noResponsible') }
  makeRecord(tx, id, does, making)
  return { state: 'done', why: null, made: formatMade(MADE[does], id) }
}

function around(run: Run, order: Order, look: Look) {
  return { order, find: look.find, move: order.moves.find(({ id }) => id === run.move) ?? null }
}

function idOf(run: Run, step: Step, order: Order): string {
  return madeId(order.id, run.id, step.id, step.asked ?? 0)
}

function isThere(): End {
  return { state: 'done', why: whyOf('isThere') }
}
