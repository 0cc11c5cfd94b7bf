import { type Filter, type FilterGroup, type FilterNode, type FilterRow, isGroup } from '../../filters/filter.ts'
import { holds } from '../../filters/holds.ts'
import { problemOf } from '../../filters/problems.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import type { Json } from '../../records/declarations/value.ts'
import type { Action, Rule } from '../collections.ts'
import { criteriaOf } from '../criteria/criteria.ts'
import { criteriaField } from '../criteria/fields.ts'
import { actionsOf } from './plan.ts'

/** A rule, and a move that it may make: from the state in which it acts, null where that may be any, to the one that it sets. */
interface Made {
  readonly rule: Rule
  readonly from: string | null
  readonly to: string
  readonly completion: Action['completion']
}

/**
 * Rules that start one another for ever, one of them `id`, the first once more at the end; null: there are none. What is not
 * known of an order beforehand may be anything, so some of what is found might never come about.
 */
export function circleThrough(rules: readonly Rule[], id: string): readonly Rule[] | null {
  const all = rules.filter(({ on, gone }) => on && !gone)
  const next = (made: Made) => all.filter((rule) => mayStart(rule, made)).flatMap((rule) => madeBy(rule, made.to))
  const first = all.filter((rule) => rule.id === id).flatMap((rule) => madeBy(rule, null))
  const own = [...waysFrom(first, next).values()].map((way) => way.at(-1)).filter((made) => made?.rule.id === id)
  for (const made of own) {
    const way = made && waysFrom(next(made), next).get(nameOf(made))
    if (way) return [made, ...way].map(({ rule }) => rule)
  }
  return null
}

/** The names of rules that start one another: «A» → «B» → «A». */
export function circleWords(circle: readonly Pick<Rule, 'name'>[]): string {
  return circle.map(({ name }) => `«${name ?? ''}»`).join(' → ')
}

/** Every move that these lead to, themselves included, by name, with the shortest way there. */
function waysFrom(first: readonly Made[], next: (made: Made) => readonly Made[]): ReadonlyMap<string, readonly Made[]> {
  const ways = new Map(first.map((made) => [nameOf(made), [made]]))
  // What is added meanwhile is gone through, too.
  for (const way of ways.values()) {
    for (const made of way.slice(-1).flatMap(next)) {
      if (!ways.has(nameOf(made))) ways.set(nameOf(made), [...way, made])
    }
  }
  return ways
}

function nameOf({ rule, from, to }: Made): string {
  return JSON.stringify([rule.id, from, to])
}

/** Moves to the state that an order stands in already are none. */
function madeBy(rule: Rule, from: string | null): Made[] {
  return actionsOf(rule).flatMap(({ does, state, completion }) =>
    does === 'setState' && state !== null && state !== from ? [{ rule, from, to: state, completion }] : [],
  )
}

/** Whether a move may start a rule, by all that is known of it. */
function mayStart(rule: Rule, { rule: maker, from, to, completion }: Made): boolean {
  const isShared =
    rule.kinds.length === 0 || maker.kinds.length === 0 || rule.kinds.some((id) => maker.kinds.includes(id))
  if (rule.sort !== maker.sort || !isShared || !isStartedBy(rule, to, completion)) return false
  const known = new Map<string, Json>([
    ['state', to],
    ['completion', completion],
    ['changed.state', true],
    ['changed.kind', false],
    ...(from === null ? [] : [['was.state', from] as const]),
  ])
  return mayHold(criteriaOf(rule) ?? [], known) !== false
}

function isStartedBy({ start }: Rule, state: string, completion: Action['completion']): boolean {
  if (start === 'isCompleted') return state === COMPLETED && completion === 'success'
  if (start === 'isCancelled') return state === COMPLETED && completion === 'cancelled'
  return start === 'changesState' || start === 'hasStood'
}

/** True or false where that follows from what is known; undefined: it may be either, or says nothing. */
function mayHold(nodes: Filter, known: ReadonlyMap<string, Json>): boolean | undefined {
  return together(nodes.filter(({ off }) => !off).map((node) => nodeHolds(node, known)))
}

function nodeHolds(node: FilterNode, known: ReadonlyMap<string, Json>): boolean | undefined {
  return isGroup(node) ? groupHolds(node, known) : rowHolds(node, known)
}

function rowHolds(row: FilterRow, known: ReadonlyMap<string, Json>): boolean | undefined {
  if (!known.has(row.field) || problemOf(row, criteriaField)) return undefined
  return holds([row], criteriaField, { me: null, zone: 'UTC', today: '1970-01-01' })((name) => known.get(name))
}

function groupHolds({ join, of }: FilterGroup, known: ReadonlyMap<string, Json>): boolean | undefined {
  const members = of.filter(({ off }) => !off).map((node) => nodeHolds(node, known))
  if (join === 'and' || members.length === 0) return together(members)
  const none = together(members.map((one) => (one === undefined ? undefined : !one)))
  return join === 'not' || none === undefined ? none : !none
}

function together(members: readonly (boolean | undefined)[]): boolean | undefined {
  if (members.includes(false)) return false
  return members.includes(undefined) ? undefined : true
}
