import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeFilter } from '../../filters/text.ts'
import type { Move, Order } from '../../orders/collections.ts'
import { standingOf } from '../../orders/moves/moves.ts'
import type { Rule, Run } from '../collections.ts'
import { CREATED } from '../ids.ts'
import { nextStep } from '../runs/next-step.ts'
import { actionOf, lookAt, moveOf, NOW, orderOf, ruleOf, runOf } from '../testing/made.ts'
import type { Told } from './heard.ts'
import { DEEPEST, type PlannedRun } from './plan.ts'
import { planOrder } from './plan-order.ts'

const STATES = ['new', 'made', 'sent'] as const
const HOUR = 3_600_000
const LATER = NOW + 1000 * HOUR

/** A history that parts and joins; some moves are quiet, some undo the one that they follow. */
const history = fc
  .array(fc.record({ state: fc.constantFrom(...STATES), after: fc.nat(), sort: fc.nat({ max: 9 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ state, after, sort }, i): Move => {
      const follows = i === 0 ? [] : [`m${i - 1 - (after % Math.min(i, 2))}`]
      const undoes = sort === 0 ? (follows[0] ?? null) : null
      return moveOf(`m${i}`, { state, at: NOW + i * HOUR, madeAt: NOW + i * HOUR, follows, undoes, quiet: sort === 1 })
    }),
  )

const criteria = fc.constantFrom(
  null,
  writeFilter([{ field: 'state', is: 'in', values: ['made', 'sent'] }]),
  writeFilter([{ field: 'was.state', is: 'equal', values: ['new'] }]),
)
const rules = fc
  .array(
    fc.record({
      start: fc.constantFrom('changesState', 'isCreated'),
      criteria,
      sets: fc.constantFrom(...STATES),
    } as const),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map(({ sets, start, criteria }, i): Rule => {
      const actions = [actionOf('a', { does: 'setState', state: sets })]
      // An order that is made is read as it stands then.
      return { ...ruleOf({ start, criteria: start === 'isCreated' ? null : criteria, actions }), id: `r${i}` }
    }),
  )

const everything: Told = { journal: 2, at: NOW }
const heardOf = (ids: readonly string[], onSince = 1) => ({
  of: new Map(ids.map((id) => [id, everything])),
  onSince: () => onSince,
  restorations: [],
})

function asRun({ id, values, steps }: PlannedRun): Run {
  return runOf({
    ...(values as Partial<Run>),
    id,
    steps: Object.entries(steps).map(([entry, step]) => ({ id: entry, madeAt: NOW, made: null, ...step }) as never),
  })
}

/** The runs that have something to do, as the order stands now. */
function acting(runs: Iterable<Run>, all: readonly Rule[], order: Order): string[] {
  const isActing = (run: Run) => {
    const rule = all.find(({ id }) => id === run.rule) ?? null
    return nextStep(run, { rule, order, now: LATER, zone: 'UTC' })?.is === 'do'
  }
  return [...runs]
    .filter(isActing)
    .map(({ id }) => id)
    .sort()
}

test('RU27: whatever order moves arrive in, the same is done as by looking at the whole order once', () => {
  fc.assert(
    fc.property(history, rules, fc.infiniteStream(fc.nat()), (moves, all, chance) => {
      const arrival = [...moves].map((move) => [chance.next().value, move] as const).sort((a, b) => a[0] - b[0])
      const order = orderOf({ moves })
      const kept = new Map<string, Run>()
      const heard = [CREATED]
      for (const [i, [, move]] of arrival.entries()) {
        heard.push(move.id)
        const known = orderOf({ moves: arrival.slice(0, i + 1).map(([, one]) => one) })
        for (const run of planOrder(all, known, heardOf(heard), LATER, lookAt()).runs) {
          // As putRun writes it: one that waited for data gets its steps.
          const present = kept.get(run.id)
          if (!present || (present.steps.length === 0 && present.state === 'waiting')) kept.set(run.id, asRun(run))
        }
      }
      const scanned = planOrder(all, order, heardOf([CREATED, ...moves.map(({ id }) => id)]), LATER, lookAt())
      expect(acting(kept.values(), all, order)).toEqual(acting(scanned.runs.map(asRun), all, order))
      expect(new Set(scanned.runs.map(({ id }) => id)).size).toBe(scanned.runs.length)
    }),
    { numRuns: 500 },
  )
})

test('RU27: a rule that was switched on later, and what was not told, give nothing', () => {
  fc.assert(
    fc.property(history, rules, (moves, all) => {
      const ids = [CREATED, ...moves.map(({ id }) => id)]
      expect(planOrder(all, orderOf({ moves }), heardOf(ids, 2), LATER, lookAt()).runs).toEqual([])
      expect(planOrder(all, orderOf({ moves }), heardOf([]), LATER, lookAt()).runs).toEqual([])
    }),
  )
})

test('RU16: rules that go round stop by themselves', () => {
  fc.assert(
    fc.property(rules, (all) => {
      const done = new Map<string, Run>()
      let order = orderOf({ moves: [moveOf('m0', { state: 'new' })] })
      for (let round = 0; ; round++) {
        const heard = heardOf([CREATED, ...order.moves.map(({ id }) => id)])
        const fresh = planOrder(all, order, heard, LATER, lookAt({ runs: [...done.values()] })).runs.filter(
          ({ id }) => !done.has(id),
        )
        if (fresh.length === 0) break
        for (const run of fresh) {
          done.set(run.id, asRun(run))
          order = moved(order, all, asRun(run))
        }
        expect(round).toBeLessThanOrEqual(DEEPEST + 1)
      }
      expect(Math.max(0, ...[...done.values()].map(({ depth }) => depth ?? 0))).toBeLessThanOrEqual(DEEPEST + 1)
    }),
    { numRuns: 100 },
  )
})

/** The order after a run has set its state. */
function moved(order: Order, all: readonly Rule[], run: Run): Order {
  const rule = all.find(({ id }) => id === run.rule) ?? null
  const next = nextStep(run, { rule, order, now: LATER, zone: 'UTC' })
  const { heads, state } = standingOf(order)
  const to = next?.is === 'do' ? next.action.state : state
  if (to === state) return order
  const n = order.moves.length
  const follows = heads.map(({ id }) => id)
  return orderOf({
    moves: [...order.moves, moveOf(`m${n}`, { state: to, at: NOW + n * HOUR, follows, cause: run.id })],
  })
}
