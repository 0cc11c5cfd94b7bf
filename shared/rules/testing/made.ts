import { type Customer, customers } from '../../customers/collections.ts'
import { type Move, type Order, orders } from '../../orders/collections.ts'
import { type Collection, type Row, readValue } from '../../records/declarations/collection.ts'
import type { Json } from '../../records/declarations/value.ts'
import { derivedId } from '../../records/keys/id.ts'
import { type Action, type Rule, type Run, rules, runs } from '../collections.ts'
import type { Look } from '../look.ts'

/** A Wednesday, ms. */
export const NOW = Date.parse('2026-09-16T09:00:00Z')
const ORDER = derivedId('common', NOW, 'test', 'order')

/** A record as it would be read: what is not given is its field's fallback. */
export function rowOf<C extends Collection>(collection: C, id: string, values: object = {}): Row<C> {
  const built = {
    id,
    gone: false,
    goneAt: null,
    goneBy: null,
    newer: false,
    madeAt: NOW,
    madeBy: 'test',
    changedAt: NOW,
  }
  const lists = Object.fromEntries(Object.keys(collection.lists).map((name) => [name, []]))
  return { ...built, ...fallbacks(collection.fields), ...lists, ...values } as Row<C>
}

function fallbacks(fields: Collection['fields']) {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, readValue(field, undefined) as Json]))
}

export function moveOf(id: string, values: Partial<Move> = {}): Move {
  return {
    ...(fallbacks(orders.lists.moves.fields) as unknown as Move),
    id,
    madeAt: NOW,
    at: NOW,
    kind: 'k',
    ...values,
  }
}

export function orderOf(values: Partial<Order> = {}): Order {
  return rowOf(orders, ORDER, { sort: 'customer', date: NOW, ...values })
}

/** An order that went through these states, an hour in each. */
export function orderThrough(states: readonly string[], values: Partial<Order> = {}): Order {
  const moves = states.map((state, i) =>
    moveOf(`m${i}`, { state, at: NOW + i * 3_600_000, follows: i === 0 ? [] : [`m${i - 1}`] }),
  )
  return orderOf({ moves, ...values })
}

export function actionOf(id: string, values: Partial<Action> = {}): Action {
  const empty = fallbacks(rules.lists.actions.fields) as unknown as Action
  return { ...empty, id, madeAt: NOW, does: 'makeJob', subject: 'Call', place: 'a0', ...values }
}

export function ruleOf(values: Partial<Rule> = {}): Rule {
  const base = { name: 'Rule', on: true, start: 'changesState', sort: 'customer', actions: [actionOf('a')] }
  return rowOf(rules, 'r', { ...base, ...values })
}

export function runOf(values: Partial<Run> = {}): Run {
  return rowOf(runs, 'run', { rule: 'r', order: ORDER, state: 'waiting', ...values })
}

export function customerOf(values: Partial<Customer> = {}): Customer {
  return rowOf(customers, 'c', { name: 'Anna', ...values })
}

/** A look at these records, by collection. */
export function lookAt(rows: { readonly [collection: string]: readonly { readonly id: string }[] } = {}): Look {
  const all = (collection: Collection) => (rows[collection.name] ?? []) as readonly never[]
  return {
    find: (collection, id) =>
      ((all(collection) as readonly { readonly id: string }[]).find((one) => one.id === id) as never) ?? null,
    all,
  }
}
