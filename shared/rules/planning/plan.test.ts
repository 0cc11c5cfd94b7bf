import { expect, test } from 'vitest'
import { writeFilter } from '../../filters/text.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import type { Rule } from '../collections.ts'
import type { Look } from '../look.ts'
import { actionOf, customerOf, lookAt, moveOf, NOW, orderOf, orderThrough, ruleOf, runOf } from '../testing/made.ts'
import { readWhy } from '../why.ts'
import { occasionsOf } from './occasions.ts'
import { DEEPEST, planRun } from './plan.ts'

const HOUR = 3_600_000

/** What comes of a rule for the last occasion of an order. */
function planned(rule: Partial<Rule>, order = orderThrough(['new', 'made']), look: Look = lookAt(), heard = NOW) {
  const full = ruleOf(rule)
  const occasion = occasionsOf(full, order).at(-1)
  if (!occasion) throw new RangeError('There is nothing to start by')
  return planRun({ rule: full, order, occasion, heard }, look)
}

const why = (run: ReturnType<typeof planned>) => readWhy(run?.values.why ?? null)

test('RU13: a rule is for orders of its sort and kinds, with an action that is on', () => {
  expect(planned({})?.values).toMatchObject({ rule: 'r', move: 'm1', at: NOW + HOUR, state: 'waiting', depth: 0 })
  const off = [actionOf('a', { off: true })]
  const none = [{ sort: 'work' }, { kinds: ['other'] }, { actions: off }, { gone: true }] as const
  expect(none.map((rule) => planned(rule))).toEqual([null, null, null, null])
  expect(planned({ kinds: ['k'] })).not.toBeNull()
  expect(planned({}, orderThrough(['new'], { gone: true }))).toBeNull()
})

test('RU13: it has a step for each action that is on, due after its delay from the move', () => {
  const actions = [
    actionOf('a'),
    actionOf('b', { off: true }),
    actionOf('c', { does: 'remind', delay: 5, place: 'a1' }),
  ]
  expect(planned({ actions })?.steps).toMatchObject({
    a: { does: 'makeJob', state: 'waiting', due: NOW + HOUR, place: 'a0' },
    c: { does: 'remind', due: NOW + HOUR + 5 * 60_000, place: 'a1' },
  })
  expect(Object.keys(planned({ actions })?.steps ?? {})).toEqual(['a', 'c'])
})

test('RU14: it waits for moves, the customer and the run that have not arrived', () => {
  const follows = orderOf({ moves: [moveOf('m1', { state: 'made', follows: ['m0'] })] })
  expect(why(planned({}, follows))).toEqual({ code: 'awaitsData', params: { what: 'orders' } })
  const bought = orderThrough(['new'], { customer: 'c' })
  const waiting = planned({}, bought)
  expect(why(waiting)).toEqual({ code: 'awaitsData', params: { what: 'customers' } })
  expect([waiting?.values.state, waiting?.steps]).toEqual(['waiting', {}])
  expect(planned({}, bought, lookAt({ customers: [customerOf()] }))?.values.why).toBeNull()
  const caused = orderOf({ moves: [moveOf('m0', { state: 'new', cause: 'run' })] })
  expect(why(planned({}, caused))).toEqual({ code: 'awaitsData', params: { what: 'runs' } })
  const group = writeFilter([{ field: 'lines.group', is: 'in', values: ['g'] }])
  const lines = [{ id: 'l', product: 'p' } as never]
  expect(why(planned({ criteria: group }, orderThrough(['new'], { lines })))?.params).toEqual({ what: 'products' })
})

test('RU5: a run whose criteria cannot be checked is passed over, in words', () => {
  const criteria = writeFilter([{ field: 'custom_gone', is: 'filled', values: [] }])
  const run = planned({ criteria })
  expect([run?.values.state, why(run)?.code, run?.steps]).toEqual(['skipped', 'criteriaBroken', {}])
  expect(planned({ criteria: writeFilter([{ field: 'note', is: 'filled', values: [] }]) })).toBeNull()
})

test('RU15: what is heard late is done, or passed over as the rule says; its steps can be asked for all the same', () => {
  const order = orderThrough(['new', 'made', 'sent'])
  const first = ruleOf({ lateness: 'unlessMovedOn' })
  const [, made] = occasionsOf(first, order)
  if (!made) throw new RangeError('There is no move')
  const late = planRun({ rule: first, order, occasion: made, heard: NOW }, lookAt())
  expect([late?.values.state, why(late)?.code, late?.steps.a?.state]).toEqual(['skipped', 'movedOn', 'skipped'])
  expect(planned({ lateness: 'unlessMovedOn' })?.values.state).toBe('waiting')
  const old = { lateness: 'unlessOld', lateHours: 24 } as const
  expect(planned(old, undefined, undefined, NOW + 25 * HOUR)?.values.state).toBe('waiting')
  expect(why(planned(old, undefined, undefined, NOW + 26 * HOUR))).toEqual({ code: 'tooOld', params: { hours: 24 } })
  expect(planned({ lateness: 'always' }, order, lookAt(), NOW + 9999 * HOUR)?.values.state).toBe('waiting')
})

test('RU15: an order that is made moves on only when it is completed', () => {
  const made = { start: 'isCreated', lateness: 'unlessMovedOn' } as const
  expect(planned(made)?.values).toMatchObject({ state: 'waiting', move: null })
  expect(why(planned(made, orderThrough(['new', COMPLETED])))?.code).toBe('movedOn')
})

test('RU16: rules that lead to one another are stopped at a depth, in words', () => {
  const caused = orderOf({ moves: [moveOf('m0', { state: 'new', cause: 'run' })] })
  const behind = (depth: number) => planned({}, caused, lookAt({ runs: [runOf({ depth })] }))
  expect(behind(DEEPEST - 1)?.values).toMatchObject({ depth: DEEPEST, state: 'waiting' })
  expect(behind(DEEPEST)?.values.state).toBe('skipped')
  expect(why(behind(DEEPEST))).toEqual({ code: 'tooDeep', params: { most: DEEPEST } })
})
