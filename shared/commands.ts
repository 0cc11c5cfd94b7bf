import { takeStatement } from './bank/take-statement.ts'
import { answerInvitation } from './calendar/acts/answer.ts'
import { changeOccurrence } from './calendar/acts/change.ts'
import { moveSlot } from './calendar/acts/move-slot.ts'
import { removeOccurrence, restoreOccurrence } from './calendar/acts/remove.ts'
import { takeInvitation } from './calendar/ical/taking/take.ts'
import { bindCalls, makeCaller } from './calls/acts/bind-calls.ts'
import { makeCallEvent, noteCall } from './calls/acts/call-event.ts'
import { dialNumber } from './calls/acts/dial.ts'
import { putCallAside, takeCall } from './calls/acts/taking.ts'
import { closeMissed } from './calls/missed/acts.ts'
import { COLLECTIONS, type CollectionName } from './collections.ts'
import { setPicture } from './company/pictures.ts'
import { setRate } from './company/set-rate.ts'
import { setSpecialDays } from './company/workdays/set-special-days.ts'
import { fillCustomer } from './counterparties/fill-customer.ts'
import { mergeCustomers, splitCustomer } from './customers/merging/commands.ts'
import { addComment, editComment, removeComment } from './discussion/commands.ts'
import { switchFeatures } from './features/switching.ts'
import { addFile, renameFile } from './files/add-file.ts'
import { takeTrade } from './first-steps/take-trade.ts'
import { putGroup } from './goods/groups/put-group.ts'
import { setProductPicture } from './goods/pictures/set-product-picture.ts'
import { removePrice, setPrice, setPrices } from './goods/prices/set-prices.ts'
import { importRecords } from './importing/import-records.ts'
import { moveJob, settleTimers, startTimer, stopTimer } from './jobs/commands.ts'
import { bindLetter, putLetterIntoOrder, shareLetter, unbindLetter } from './letters/acts/bind.ts'
import { makeContactFrom } from './letters/acts/contact-from.ts'
import { makeEventFrom, makeJobFrom, makeOrderFrom } from './letters/acts/made-from.ts'
import { markLetters, moveLetters } from './letters/marks/marks.ts'
import { changeRecords } from './lists/change-records.ts'
import { shareView } from './lists/kept-views.ts'
import {
  askForTest,
  beginMailing,
  dropReaders,
  freezeReaders,
  setConsent,
  settleReaders,
  turnMailing,
} from './mailings/acts/commands.ts'
import { takeConsents } from './mailings/importing/taken-consents.ts'
import { cancelMessage, sendAgain, settleMessage, writeMessage } from './messages/acts/commands.ts'
import { markSeen } from './notices/commands.ts'
import { moveCard } from './orders/board/move-card.ts'
import { addLine, createOrder, postOrder, removeLine, setLine, setOrder } from './orders/commands.ts'
import { refund, takePayment } from './orders/facts/pay.ts'
import { ship, takeBack } from './orders/facts/ship.ts'
import { undoFacts, undoPayment, undoShipment } from './orders/facts/undo.ts'
import { makeInvoice } from './orders/invoices/make-invoice.ts'
import { addState, addStates, removeState, shiftState } from './orders/kinds/commands.ts'
import { copyOrder, orderFromTemplate, orderOnBasis } from './orders/made/make-order.ts'
import { saveTemplate } from './orders/made/save-template.ts'
import { moveOrder, undoMove } from './orders/moves/move-order.ts'
import { takePrices } from './orders/prices/take-prices.ts'
import { spreadDiscount } from './orders/sums/spread.ts'
import {
  addEntry,
  createRecord,
  type RecordOf,
  removeEntry,
  restoreRecord,
  setRecord,
  writeFields,
} from './plain-commands.ts'
import { addPlanRows, changePlan, createPlan, removePlanRows, setPlanCells } from './plans/commands.ts'
import type { Json } from './records/declarations/value.ts'
import type { Transaction, Written } from './records/writing/transaction.ts'
import { type Undone, undo } from './records/writing/undo.ts'
import { answerRings } from './reminders/answer-rings.ts'
import { cancelRun, dropRun, putRun, runAgain, settleStep } from './rules/runs/commands.ts'
import { saveRule } from './rules/save-rule.ts'
import { retag } from './tags/retag.ts'

export type { RecordOf } from './plain-commands.ts'

function removeRecord(tx: Transaction, { collection, id }: RecordOf): void {
  tx.remove(COLLECTIONS[collection], id)
}

/** Restores records of any collections as one act. */
function restoreRecords(tx: Transaction, { records }: { readonly records: readonly RecordOf[] }): void {
  for (const one of records) restoreRecord(tx, one)
}

/** Brings back a value that lost its path (SPEC R8). Failure `order-completed`, as of `setOrder`. */
function bringBack(
  tx: Transaction,
  { collection, id, path, value }: RecordOf & { readonly path: string; readonly value: Json },
): void {
  writeFields(tx, { collection, id, values: { [path]: value } })
}

/** Decides for the present value of a path: values that were written apart from it count as seen. */
function keepValue(tx: Transaction, { collection, id, path }: RecordOf & { readonly path: string }): void {
  tx.confirm(COLLECTIONS[collection], id, path)
}

/** What is to be undone. */
interface ToUndo {
  readonly act: readonly Written[]
  /** The act was cut off: what it was about to write may not stand, and is passed over then. */
  readonly isCutOff?: boolean
}

/** Undoes an earlier act as far as it is still its own. */
function undoAct(tx: Transaction, { act, isCutOff = false }: ToUndo): Undone {
  const undoFact = { 'orders/moves': undoMove, 'orders/shipments': undoShipment, 'orders/payments': undoPayment }
  return undo(tx, act, COLLECTIONS, undoFact, isCutOff)
}

/** Undoes one move by a move back. */
function undoOneMove(
  tx: Transaction,
  { id, move }: { readonly id: string; readonly move: string },
): { readonly done: boolean } {
  return { done: undoMove(tx, id, move) }
}

/** Every command there is, by name: the only way in which a document is written (design §2). */
export const COMMANDS = {
  createRecord,
  setRecord,
  removeRecord,
  restoreRecord,
  restoreRecords,
  addEntry,
  removeEntry,
  bringBack,
  keepValue,
  undoAct,
  createOrder,
  setOrder,
  addLine,
  setLine,
  removeLine,
  postOrder,
  moveOrder,
  changeRecords,
  moveCard,
  shareView,
  undoOneMove,
  ship,
  takeBack,
  takePayment,
  refund,
  undoFacts,
  takePrices,
  spreadDiscount,
  makeInvoice,
  copyOrder,
  orderFromTemplate,
  orderOnBasis,
  saveTemplate,
  addState,
  addStates,
  removeState,
  shiftState,
  fillCustomer,
  mergeCustomers,
  splitCustomer,
  putGroup,
  setPrice,
  setPrices,
  removePrice,
  setProductPicture,
  setPicture,
  setRate,
  setSpecialDays,
  moveSlot,
  changeOccurrence,
  removeOccurrence,
  restoreOccurrence,
  answerInvitation,
  takeInvitation,
  retag,
  addFile,
  renameFile,
  startTimer,
  stopTimer,
  settleTimers,
  moveJob,
  answerRings,
  importRecords,
  takeStatement,
  addComment,
  editComment,
  removeComment,
  markSeen,
  saveRule,
  putRun,
  dropRun,
  settleStep,
  cancelRun,
  runAgain,
  writeMessage,
  cancelMessage,
  sendAgain,
  settleMessage,
  takeCall,
  putCallAside,
  noteCall,
  makeCallEvent,
  bindCalls,
  makeCaller,
  dialNumber,
  markLetters,
  moveLetters,
  createPlan,
  changePlan,
  addPlanRows,
  removePlanRows,
  setPlanCells,
  bindLetter,
  unbindLetter,
  putLetterIntoOrder,
  shareLetter,
  makeContactFrom,
  makeOrderFrom,
  makeEventFrom,
  makeJobFrom,
  closeMissed,
  switchFeatures,
  freezeReaders,
  dropReaders,
  beginMailing,
  turnMailing,
  settleReaders,
  askForTest,
  setConsent,
  takeConsents,
  takeTrade,
} as const

export type CommandName = keyof typeof COMMANDS
export type CommandArgs<N extends CommandName> = Parameters<(typeof COMMANDS)[N]>[1]
export type CommandResult<N extends CommandName> = ReturnType<(typeof COMMANDS)[N]>

/** The collection whose records a command's `id` or `ids` name; the others say it in their arguments. */
export const ABOUT: { readonly [N in CommandName]?: CollectionName } = {
  createOrder: 'orders',
  setOrder: 'orders',
  addLine: 'orders',
  setLine: 'orders',
  removeLine: 'orders',
  postOrder: 'orders',
  moveOrder: 'orders',
  moveCard: 'orders',
  shareView: 'ownViews',
  undoOneMove: 'orders',
  ship: 'orders',
  takeBack: 'orders',
  takePayment: 'orders',
  refund: 'orders',
  undoFacts: 'orders',
  takePrices: 'orders',
  spreadDiscount: 'orders',
  makeInvoice: 'invoices',
  copyOrder: 'orders',
  orderFromTemplate: 'orders',
  orderOnBasis: 'orders',
  saveTemplate: 'orderTemplates',
  addState: 'kinds',
  addStates: 'kinds',
  removeState: 'kinds',
  shiftState: 'kinds',
  fillCustomer: 'customers',
  mergeCustomers: 'customers',
  splitCustomer: 'customers',
  putGroup: 'productGroups',
  setPrice: 'products',
  setPrices: 'products',
  removePrice: 'products',
  setProductPicture: 'products',
  setPicture: 'organisations',
  setRate: 'currencies',
  setSpecialDays: 'company',
  changeOccurrence: 'calendarRecords',
  removeOccurrence: 'calendarRecords',
  restoreOccurrence: 'calendarRecords',
  answerInvitation: 'calendarRecords',
  addFile: 'files',
  renameFile: 'files',
  startTimer: 'jobs',
  stopTimer: 'jobs',
  settleTimers: 'jobs',
  moveJob: 'jobs',
  addComment: 'comments',
  editComment: 'comments',
  removeComment: 'comments',
  markSeen: 'seenNotices',
  takeCall: 'calls',
  putCallAside: 'callsAside',
  noteCall: 'calls',
  makeCallEvent: 'calls',
  bindCalls: 'calls',
  makeCaller: 'calls',
  dialNumber: 'calls',
  saveRule: 'rules',
  putRun: 'runs',
  dropRun: 'runs',
  settleStep: 'runs',
  cancelRun: 'runs',
  runAgain: 'runs',
  writeMessage: 'messages',
  cancelMessage: 'messages',
  sendAgain: 'messages',
  settleMessage: 'messages',
  setConsent: 'mailingConsents',
  takeConsents: 'mailingConsents',
  freezeReaders: 'mailings',
  dropReaders: 'mailings',
  beginMailing: 'mailings',
  turnMailing: 'mailings',
  settleReaders: 'mailings',
  askForTest: 'mailings',
  createPlan: 'plans',
  changePlan: 'plans',
  addPlanRows: 'plans',
  removePlanRows: 'plans',
  setPlanCells: 'plans',
}
