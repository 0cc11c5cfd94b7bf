import { Failure } from '../errors.ts'
import type { Patch } from '../records/declarations/collection.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { type Rule, rules } from './collections.ts'
import { circleThrough, circleWords } from './planning/circle.ts'

/** A rule as a form gives it. */
export interface SavedRule {
  readonly id: string
  readonly values: Patch<(typeof rules)['fields']>
  /** Its actions by id, as far as they are given; null removes one. */
  readonly actions?: { readonly [entry: string]: Patch<(typeof rules)['lists']['actions']['fields']> | null }
  /** All other rules: together they may not go round in a circle. */
  readonly others: readonly string[]
}

/** Makes a rule, or writes what is given of it. Failure `rule-circle`: with rules that are on it would start itself for ever. */
export function saveRule(tx: Transaction, { id, values, actions = {}, others }: SavedRule): void {
  if (!tx.find(rules, id)) tx.create(rules, id, values)
  tx.set(rules, id, values)
  for (const [entry, action] of Object.entries(actions)) {
    if (action === null) tx.removeEntry(rules, id, 'actions', entry)
    else if (tx.at(rules, id, `actions/${entry}`)) tx.setEntry(rules, id, 'actions', entry, action)
    else tx.add(rules, id, 'actions', entry, action)
  }
  checkCircle(
    [id, ...others.filter((one) => one !== id)].flatMap((one) => tx.find(rules, one) ?? []),
    id,
  )
}

function checkCircle(all: readonly Rule[], id: string): void {
  const circle = circleThrough(all, id)
  if (circle) throw new Failure('rule-circle', { circle: circleWords(circle) })
}
