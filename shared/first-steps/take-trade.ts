import { generateNKeysBetween } from 'fractional-indexing'
import { STARTERS } from '../company/starter.ts'
import type { Language } from '../locales/index.ts'
import { kinds, states } from '../orders/collections.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { kindsOfTrade, TRADES, type TradeId, type TradeKind } from './trades.ts'

/** What a ready process is taken with. */
interface TakenTrade {
  readonly id: TradeId
  /** In which its kinds and states are called; what is there keeps its names. */
  readonly language: Language
}

/**
 * Takes a ready process: its kinds with their states. In their place go kinds of the same sorts that a company begins with, or
 * took so before, and states that none of the ready kinds has any more. Ids are plain, so twice is once (SPEC FS2).
 */
export function takeTrade(tx: Transaction, { id: trade, language }: TakenTrade): void {
  const taken = kindsOfTrade(trade, language)
  const leaving = READY.filter(
    ({ id, sort }) =>
      isThere(tx, id) && taken.some((kind) => kind.sort === sort) && taken.every((kind) => kind.id !== id),
  )
  const places = new Map(leaving.map(({ id, sort }) => [sort, tx.get(kinds, id).place]))
  for (const kind of taken) putKind(tx, kind, places.get(kind.sort) ?? 'a0')
  for (const { id } of leaving) tx.remove(kinds, id)
  const used = new Set(READY.filter(({ id }) => isThere(tx, id)).flatMap(({ id }) => statesOf(tx, id)))
  for (const state of new Set(leaving.flatMap((kind) => kind.states)))
    if (!used.has(state) && tx.find(states, state)?.gone === false) tx.remove(states, state)
}

/** Kinds that nobody made by hand, those of the starter set among them. */
const READY = [
  ...STARTERS.ru.kinds,
  ...TRADES.flatMap((trade) => kindsOfTrade(trade, 'ru')).map(({ states: all, ...kind }) => ({
    ...kind,
    states: all.map(({ id }) => id),
  })),
].filter((kind, i, all) => all.findIndex(({ id }) => id === kind.id) === i)

function isThere(tx: Transaction, id: string): boolean {
  return tx.find(kinds, id)?.gone === false
}

function statesOf(tx: Transaction, id: string): readonly string[] {
  return tx.get(kinds, id).states.map((state) => state.id)
}

function putKind(tx: Transaction, { id, name, sort, states: all }: TradeKind, place: string): void {
  for (const { id: state, ...values } of all) {
    tx.create(states, state, values)
    if (tx.get(states, state).gone) tx.restore(states, state)
  }
  const places = generateNKeysBetween(null, null, all.length)
  const entries = all.map((state, i) => [state.id, { place: places[i] ?? '' }] as const)
  tx.create(kinds, id, { name, sort, place, states: Object.fromEntries(entries) })
  if (tx.get(kinds, id).gone) tx.restore(kinds, id)
}
