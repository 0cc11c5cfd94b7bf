import { expect, test } from 'vitest'
import { writeFilter } from '../../filters/text.ts'
import { messages } from '../../messages/collections.ts'
import { Shop } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { runs } from '../collections.ts'
import type { PlannedRun } from '../planning/plan.ts'
import { readWhy, whyOf } from '../why.ts'
import { formatMade } from './made.ts'

const RUN = derivedId('common', START, 'test', 'run')
const MESSAGE = derivedId('common', START, 'test', 'message')
const VALUES = { rule: 'r', name: 'Rule', order: 'o', state: 'waiting', why: null, depth: 0 } as const
const STEP = { does: 'makeJob', state: 'waiting', due: 0, attempts: 0, asked: 0, place: 'a0' } as const
const STEPS = { a: STEP, b: { ...STEP, place: 'a1' } }

function shopWithRun(steps: PlannedRun['steps'] = STEPS) {
  const shop = new Shop('A')
  shop.do('putRun', { id: RUN, values: VALUES, steps })
  return shop
}

const stands = (shop: Shop) => {
  const { state, why, steps } = shop.row(runs, RUN)
  return [state, readWhy(why)?.code ?? null, ...steps.map((step) => step.state)]
}

test('RU19: a run that is planned again stays as it is', () => {
  const shop = shopWithRun()
  shop.do('settleStep', { id: RUN, step: 'a', state: 'done' })
  expect(shop.do('putRun', { id: RUN, values: { ...VALUES, why: 'x' }, steps: { c: STEP } })).toEqual([])
  expect(stands(shop)).toEqual(['waiting', null, 'done', 'waiting'])
})

test('RU19: two that plan it apart make one of it', () => {
  const [one, two] = [shopWithRun(), new Shop('B')]
  two.do('putRun', { id: RUN, values: VALUES, steps: STEPS })
  one.do('settleStep', { id: RUN, step: 'a', state: 'done' })
  exchange(one, two)
  expect([stands(one), stands(two)]).toEqual([
    ['waiting', null, 'done', 'waiting'],
    ['waiting', null, 'done', 'waiting'],
  ])
})

test('RU14: one that waited for data gets its steps, or its end', () => {
  const shop = new Shop('A')
  const waits = { ...VALUES, why: whyOf('awaitsData', { what: 'customers' }) }
  shop.do('putRun', { id: RUN, values: waits, steps: {} })
  expect(stands(shop)).toEqual(['waiting', 'awaitsData'])
  shop.do('putRun', { id: RUN, values: VALUES, steps: STEPS })
  expect(stands(shop)).toEqual(['waiting', null, 'waiting', 'waiting'])
  shop.do('dropRun', { id: RUN, why: whyOf('criteriaUnmet') })
  expect(stands(shop)[0]).toBe('waiting')
  const other = shopWithRun({})
  other.do('dropRun', { id: RUN, why: whyOf('criteriaUnmet') })
  expect(stands(other)).toEqual(['skipped', 'criteriaUnmet'])
})

test('RU20: a run stands as its steps do: what waits first, then what went wrong', () => {
  const shop = shopWithRun()
  shop.do('settleStep', { id: RUN, step: 'a', state: 'failed', why: whyOf('noEmail', { who: 'Anna' }) })
  expect(stands(shop)).toEqual(['waiting', null, 'failed', 'waiting'])
  shop.do('settleStep', { id: RUN, step: 'b', state: 'done' })
  expect(stands(shop)).toEqual(['failed', 'noEmail', 'failed', 'done'])
  expect(shop.row(runs, RUN).steps.every(({ ended }) => ended !== null)).toBe(true)
})

test('RU20: a step that has ended stays so, unless it was done all the same', () => {
  const shop = shopWithRun()
  shop.do('cancelRun', { id: RUN })
  shop.do('settleStep', { id: RUN, step: 'a', state: 'failed' })
  expect(stands(shop)).toEqual(['cancelled', 'byHand', 'cancelled', 'cancelled'])
  shop.do('settleStep', { id: RUN, step: 'a', state: 'done' })
  expect(stands(shop)[2]).toBe('done')
})

test('RU21: calling a run off calls off its message that has not gone, and no other', () => {
  const shop = shopWithRun({ a: { ...STEP, does: 'letter', made: formatMade('messages', MESSAGE) }, b: STEPS.b })
  shop.do('createRecord', { collection: 'messages', id: MESSAGE, values: { way: 'letter', state: 'waiting' } })
  shop.do('cancelRun', { id: RUN, why: whyOf('undone') })
  expect(shop.row(messages, MESSAGE)).toMatchObject({ state: 'cancelled', why: whyOf('undone') })
  shop.do('runAgain', { id: RUN })
  shop.do('setRecord', { collection: 'messages', id: MESSAGE, values: { state: 'sent' } })
  shop.do('cancelRun', { id: RUN })
  expect(shop.row(messages, MESSAGE).state).toBe('sent')
})

test('RU22: what was not done is asked for once more, what was done is not', () => {
  const shop = shopWithRun()
  shop.do('settleStep', { id: RUN, step: 'a', state: 'failed', attempts: 3, why: whyOf('refused') })
  shop.do('settleStep', { id: RUN, step: 'b', state: 'done', made: 'jobs/1' })
  shop.do('runAgain', { id: RUN })
  expect(stands(shop)).toEqual(['waiting', null, 'waiting', 'done'])
  const [first, second] = shop.row(runs, RUN).steps
  expect([first?.asked, first?.attempts, first?.ended, second?.made]).toEqual([1, 0, null, 'jobs/1'])
})

test('RU17: a rule that would go round with others is not saved, and says with which', () => {
  const shop = new Shop('A')
  const values = (name: string, state: string) =>
    ({
      name,
      on: true,
      start: 'changesState',
      sort: 'customer',
      criteria: writeFilter([{ field: 'state', is: 'equal', values: [state] }]),
    }) as const
  const sets = (state: string) => ({ a: { does: 'setState', state, place: 'a0' } }) as const
  shop.do('saveRule', { id: 'A', values: values('A', 'x'), actions: sets('y'), others: [] })
  const second = { id: 'B', values: values('B', 'y'), actions: sets('x'), others: ['A'] }
  expect(() => shop.do('saveRule', second)).toThrow('«B» → «A» → «B»')
  expect(shop.refusal('saveRule', second)).toBe('rule-circle')
  expect(shop.refusal('saveRule', { ...second, values: { ...second.values, on: false } })).toBeNull()
  expect(shop.refusal('saveRule', { id: 'B', values: { on: true }, others: ['A', 'B'] })).toBe('rule-circle')
  expect(shop.refusal('saveRule', { id: 'B', values: { on: true }, actions: { a: null }, others: ['A'] })).toBeNull()
})
