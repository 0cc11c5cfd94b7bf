import { expect, test } from 'vitest'
import { people } from '../company/collections.ts'
import { writeFilter } from '../filters/text.ts'
import { en } from '../locales/en/index.ts'
import { messageTemplates } from '../messages/collections.ts'
import { kinds, reasons, states } from '../orders/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import type { Rule } from './collections.ts'
import { PROBLEMS } from './problem-codes.ts'
import { ruleProblems } from './problems.ts'
import { actionOf, lookAt, rowOf, ruleOf } from './testing/made.ts'

const look = lookAt({
  kinds: [rowOf(kinds, 'k', { sort: 'customer', states: [{ id: 'new', place: 'a0' }] })],
  states: [rowOf(states, 'new', { name: 'New' }), rowOf(states, 'other', { name: 'Other' })],
  reasons: [rowOf(reasons, 'price'), rowOf(reasons, 'old', { gone: true })],
  people: [rowOf(people, 'max'), rowOf(people, 'left', { gone: true })],
  messageTemplates: [
    rowOf(messageTemplates, 't', { way: 'letter', sort: 'customer' }),
    rowOf(messageTemplates, 'gone', { way: 'letter', sort: 'customer', gone: true }),
  ],
})

const codes = (rule: Partial<Rule>) => ruleProblems(ruleOf(rule), look).map(({ code }) => code)
const ofAction = (action: Parameters<typeof actionOf>[1]) => codes({ actions: [actionOf('a', action)] })
const letter = { does: 'letter', template: 't', to: 'toCustomer' } as const

test('RU18: a rule that lacks nothing has no problems', () => {
  expect(codes({ kinds: ['k'] })).toEqual([])
  expect(ofAction(letter)).toEqual([])
  expect(ofAction({ does: 'setState', state: 'new' })).toEqual([])
  expect(ofAction({ does: 'setState', state: COMPLETED, completion: 'cancelled', reason: 'price' })).toEqual([])
  expect(ofAction({ does: 'setResponsible', person: 'max' })).toEqual([])
})

test('RU18: what a rule lacks is named, each by its own code', () => {
  const found = [
    ...codes({ name: ' ', start: null, sort: null, actions: [] }),
    ...codes({ start: 'hasStood', lateness: 'unlessOld', kinds: ['gone'], criteria: 'x' }),
    ...codes({ criteria: writeFilter([{ field: 'custom_x', is: 'filled', values: [] }]) }),
    ...codes({ actions: [actionOf('a'), actionOf('b', { does: null })] }),
    ...ofAction({ does: 'sms', quietFrom: 1 }),
    ...ofAction({ ...letter, template: 'gone', to: 'toPerson' }),
    ...ofAction({ ...letter, does: 'sms', to: 'toAddress' }),
    ...ofAction({ does: 'makeJob', subject: null, person: 'left' }),
    ...ofAction({ does: 'setState' }),
    ...ofAction({ does: 'setState', state: 'removed' }),
    ...ofAction({ does: 'setState', state: 'other' }),
    ...ofAction({ does: 'setState', state: COMPLETED }),
    ...ofAction({ does: 'setState', state: COMPLETED, completion: 'cancelled' }),
    ...ofAction({ does: 'setState', state: COMPLETED, completion: 'cancelled', reason: 'old' }),
  ]
  expect([...new Set(found)].sort()).toEqual([...PROBLEMS].sort())
})

test('RU18: an action that is off lacks nothing; each problem has a sentence', () => {
  expect(codes({ actions: [actionOf('a'), actionOf('b', { does: 'sms', off: true })] })).toEqual([])
  expect(Object.keys(en.rules.problems).sort()).toEqual([...PROBLEMS].sort())
})
