import { expect, test } from 'vitest'
import type { FilterNode } from '../../filters/filter.ts'
import { writeFilter } from '../../filters/text.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import type { Rule } from '../collections.ts'
import { actionOf, ruleOf } from '../testing/made.ts'
import { circleThrough, circleWords } from './circle.ts'

const on = (field: string, ...values: string[]): FilterNode => ({ field, is: 'in', values })

function rule(id: string, criteria: readonly FilterNode[], sets: string, values: Partial<Rule> = {}): Rule {
  const actions = [actionOf('a', { does: 'setState', state: sets, completion: sets === COMPLETED ? 'success' : null })]
  return { ...ruleOf({ name: id, criteria: writeFilter(criteria), actions, ...values }), id }
}

const words = (...rules: readonly Rule[]) => circleWords(circleThrough(rules, 'A') ?? [])

test('RU17: rules that set one another’s states go round', () => {
  expect(words(rule('A', [on('state', 'x')], 'y'), rule('B', [on('state', 'y')], 'x'))).toBe('«A» → «B» → «A»')
  const three = [
    rule('A', [on('state', 'x')], 'y'),
    rule('B', [on('state', 'y')], 'z'),
    rule('C', [on('state', 'z')], 'x'),
  ]
  expect(words(...three)).toBe('«A» → «B» → «C» → «A»')
  expect(words(rule('A', [], 'x'), rule('B', [], 'y'))).toBe('«A» → «B» → «A»')
})

test('RU17: what ends by itself does not', () => {
  expect(words(rule('A', [], 'x'))).toBe('')
  expect(words(rule('A', [on('state', 'x')], 'y'), rule('B', [on('state', 'y')], 'z'))).toBe('')
  const back = rule('B', [on('state', 'y')], 'x')
  expect(words(rule('A', [on('state', 'x'), on('was.state', 'w')], 'y'), back)).toBe('')
  expect(words(rule('A', [on('state', 'x')], 'y'), { ...back, on: false })).toBe('')
  expect(words(rule('A', [on('state', 'x')], 'y', { kinds: ['k'] }), { ...back, kinds: ['other'] })).toBe('')
  expect(words(rule('A', [on('state', 'x')], 'y'), { ...back, sort: 'work' })).toBe('')
})

test('RU17: one that is completed, and one that has stood, start rules as well', () => {
  const again = rule('B', [], 'x', { start: 'isCompleted' })
  expect(words(rule('A', [on('state', 'x')], COMPLETED), again)).toBe('«A» → «B» → «A»')
  expect(words(rule('A', [on('state', 'x')], COMPLETED), { ...again, start: 'isCancelled' })).toBe('')
  expect(words(rule('A', [on('state', 'x')], 'y'), rule('B', [], 'x', { start: 'hasStood', hours: 1 }))).not.toBe('')
})

test('RU17: a group says what is known of its rows; what is not known may hold', () => {
  const unknown = on('customer.segment', 'vip')
  const go = (node: FilterNode) => words(rule('A', [node], 'y'), rule('B', [on('state', 'y')], 'x')) !== ''
  expect(go({ join: 'or', of: [on('state', 'q'), unknown] })).toBe(true)
  expect(go({ join: 'or', of: [on('state', 'q'), on('state', 'p')] })).toBe(false)
  expect(go({ join: 'not', of: [on('state', 'x'), unknown] })).toBe(false)
  expect(go({ join: 'not', of: [on('state', 'q')] })).toBe(true)
  expect(go({ join: 'and', of: [on('state', 'x'), unknown] })).toBe(true)
})

test('RU17: a circle of others is not this rule’s', () => {
  const others = [rule('B', [on('state', 'y')], 'x'), rule('C', [on('state', 'x')], 'y')]
  expect(words(rule('A', [on('state', 'w')], 'x'), ...others)).toBe('')
})
