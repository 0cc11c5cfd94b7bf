import { expect, test } from 'vitest'
import type { Order } from '../../orders/collections.ts'
import type { Rule, Run, Step } from '../collections.ts'
import { actionOf, moveOf, NOW, orderOf, ruleOf, runOf } from '../testing/made.ts'
import { readWhy } from '../why.ts'
import { type Ground, nextStep } from './next-step.ts'

const MINUTE = 60_000
const step = (id: string, values: Partial<Step> = {}): Step =>
  ({
    ...{ id, does: 'makeJob', state: 'waiting', due: NOW, attempts: 0, why: null, made: null, ended: null, asked: 0 },
    place: 'a0',
    madeAt: NOW,
    ...values,
  }) as Step

function next(run: Partial<Run>, ground: Partial<Ground> & { readonly actions?: Rule['actions'] } = {}) {
  const rule = ruleOf({ actions: ground.actions ?? [actionOf('a'), actionOf('b')] })
  const found = nextStep(runOf(run), { rule, order: orderOf(), now: NOW, zone: 'UTC', ...ground })
  if (found?.is === 'wait') return found.until
  return found && [found.is, found.step.id, ...(found.is === 'end' ? [found.state, readWhy(found.why)?.code] : [])]
}

test('RU23: steps are done by when they are due, then as they are listed', () => {
  expect(next({ steps: [step('b', { place: 'a1' }), step('a')] })).toEqual(['do', 'a'])
  expect(next({ steps: [step('a', { due: NOW + MINUTE }), step('b')] })).toEqual(['do', 'b'])
  expect(next({ steps: [step('a', { state: 'failed' }), step('b')] })).toEqual(['do', 'b'])
  expect(next({ steps: [step('a', { due: NOW + MINUTE })] })).toBe(NOW + MINUTE)
  expect(next({ steps: [step('a', { state: 'done' })] })).toBeNull()
})

test('RU11: what is due in quiet hours as of now waits until these are over', () => {
  const actions = [actionOf('a', { quietFrom: 8 * 60, quietUntil: 10 * 60 })]
  expect(next({ steps: [step('a', { due: 0 })] }, { actions })).toBe(NOW + 60 * MINUTE)
})

test('RU24: what became of rule, action and order ends a step that waits, in words', () => {
  const one = { steps: [step('a', { due: NOW + MINUTE })] }
  expect(next(one, { rule: null })).toEqual(['end', 'a', 'skipped', 'ruleRemoved'])
  expect(next(one, { rule: ruleOf({ on: false }) })).toEqual(['end', 'a', 'skipped', 'ruleOff'])
  expect(next(one, { actions: [] })).toEqual(['end', 'a', 'skipped', 'actionRemoved'])
  expect(next(one, { actions: [actionOf('a', { off: true })] })).toEqual(['end', 'a', 'skipped', 'actionRemoved'])
  expect(next(one, { actions: [actionOf('a', { does: 'sms' })] })).toEqual(['end', 'a', 'skipped', 'actionChanged'])
  expect(next(one, { order: orderOf({ gone: true }) })).toEqual(['end', 'a', 'cancelled', 'orderRemoved'])
})

test('RU25: an undone move ends its steps, also one whose message has not gone; another change leaves that alone', () => {
  const moves = [moveOf('m1'), moveOf('m2', { undoes: 'm1' })]
  const order: Order = orderOf({ moves })
  const sent = { move: 'm1', steps: [step('a', { made: 'messages/1' })] }
  expect(next(sent, { order })).toEqual(['end', 'a', 'cancelled', 'undone'])
  expect(next(sent)).toBeNull()
  expect(next(sent, { rule: null })).toBeNull()
})
