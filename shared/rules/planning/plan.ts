import { customers } from '../../customers/collections.ts'
import { isOfferedAt } from '../../features/places.ts'
import { products } from '../../goods/collections.ts'
import { type Move, type Order, orders } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { standingOf } from '../../orders/moves/moves.ts'
import type { Draft } from '../../records/declarations/collection.ts'
import { type Action, type Rule, type Run, runs } from '../collections.ts'
import { tryCriteria } from '../criteria/criteria.ts'
import { CREATED, runId } from '../ids.ts'
import { customerOf, type Look, zoneOf } from '../look.ts'
import { whyOf } from '../why.ts'
import { dueOf } from './due.ts'
import type { Occasion } from './occasions.ts'

/** Rules may lead to one another so often. */
export const DEEPEST = 8

type Stands = Pick<Run, 'state' | 'why'>

/** A run as it is to be written; its steps by the ids of their actions. */
export interface PlannedRun {
  readonly id: string
  readonly values: Omit<Draft<typeof runs>, 'steps'>
  readonly steps: NonNullable<Draft<typeof runs>['steps']>
}

/** What a rule is asked about: an occasion of an order, and when that is heard of, ms. */
export interface Asked {
  readonly rule: Rule
  readonly order: Order
  readonly occasion: Occasion
  readonly heard: number
}

/** What comes of a rule for an occasion: a run; or null: it is not for it. */
export function planRun(asked: Asked, look: Look): PlannedRun | null {
  const { rule, order, occasion } = asked
  if (!isFor(rule, order, occasion)) return null
  const what = lackingFor(asked, look)
  if (what !== null) return runOf(asked, 0, { state: 'waiting', why: whyOf('awaitsData', { what }) })
  const verdict = tryCriteria(rule, { order, ...occasion }, occasion.at, look)
  if (verdict.is === 'fails') return null
  const depth = depthOf(occasion.move, look) ?? 0
  if (verdict.is === 'broken') return passedOver(asked, depth, whyOf('criteriaBroken', { field: verdict.field }))
  if (depth > DEEPEST) return passedOver(asked, depth, whyOf('tooDeep', { most: DEEPEST }))
  const why = lateness(asked)
  const stands = { state: why === null ? 'waiting' : 'skipped', why } as const
  return { ...runOf(asked, depth, stands), steps: stepsOf(asked, stands, look) }
}

/** The actions of a rule that are on, in their order; what is of a feature that is off is passed over. */
export function actionsOf({ actions }: Pick<Rule, 'actions'>): readonly Action[] {
  return actions.filter(({ off, does }) => !off && does !== null && isOfferedAt('actions', does))
}

function isFor(rule: Rule, order: Order, { move }: Occasion): boolean {
  if (rule.gone || order.gone || order.sort !== rule.sort || actionsOf(rule).length === 0) return false
  return rule.kinds.length === 0 || rule.kinds.includes(move?.kind ?? '')
}

/** The collection of what the order refers to and has not arrived; null: all is here. */
function lackingFor({ rule, order, occasion }: Asked, look: Look): string | null {
  const { move } = occasion
  const there = new Set(order.moves.map(({ id }) => id))
  const asked = rule.start === 'isCreated' || rule.start === 'hasStood' ? order.moves : move ? [move] : []
  if (asked.some(({ follows }) => follows.some((id) => !there.has(id)))) return orders.name
  if (order.customer !== null && customerOf(look, order.customer) === null) return customers.name
  if (depthOf(move, look) === null) return runs.name
  const asksGoods = rule.criteria?.includes('"lines.group"') ?? false
  const isHere = (id: string | null) => id === null || look.find(products, id) !== null
  return asksGoods && !order.lines.every(({ product }) => isHere(product)) ? products.name : null
}

/** How many rules have led to a move; null: the run that made it has not arrived. */
function depthOf(move: Move | null, look: Look): number | null {
  if (!move?.cause) return 0
  const run = look.find(runs, move.cause)
  return run && (run.depth ?? 0) + 1
}

const HOUR = 3_600_000

/** Why a move that is heard of late is passed over; null: it is not. */
function lateness({ rule, order, occasion, heard }: Asked): string | null {
  if (rule.lateness === 'unlessMovedOn' && hasMovedOn(order, occasion)) return whyOf('movedOn')
  const hours = rule.lateHours
  if (rule.lateness !== 'unlessOld' || hours === null || heard - occasion.at <= hours * HOUR) return null
  return whyOf('tooOld', { hours })
}

/** An order that is made moves on as it is worked with: only one that is completed is past that. */
function hasMovedOn(order: Order, { by, move }: Occasion): boolean {
  const { state } = standingOf(order)
  return by === CREATED ? state === COMPLETED : state !== move?.state
}

function passedOver(asked: Asked, depth: number, why: string): PlannedRun {
  return runOf(asked, depth, { state: 'skipped', why })
}

function runOf({ rule, order, occasion, heard }: Asked, depth: number, stands: Stands): PlannedRun {
  const { by, at } = occasion
  const move = by === CREATED ? null : by
  const values = { rule: rule.id, name: rule.name, order: order.id, move, at, heard, depth, ...stands }
  return { id: runId({ rule: rule.id, order: order.id, by }), values, steps: {} }
}

/** Of what is passed over the steps stand there, too: somebody may ask for them all the same. */
function stepsOf({ rule, occasion }: Asked, stands: Stands, look: Look): PlannedRun['steps'] {
  const zone = zoneOf(look)
  const steps = actionsOf(rule).map((action) => {
    const { id, does, place } = action
    return [id, { does, ...stands, due: dueOf(action, occasion.at, zone), attempts: 0, asked: 0, place }] as const
  })
  return Object.fromEntries(steps)
}
