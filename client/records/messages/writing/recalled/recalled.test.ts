import { expect, test } from 'vitest'
import type { Message } from '../../../../../shared/messages/collections.ts'
import { startOfRecalled, typedAgain } from './recalled.ts'

const NOW = Date.UTC(2026, 10, 28, 9)
const MESSAGE = {
  ...{ id: 'common-m1', way: 'letter', state: 'cancelled', to: 'ivan@example.com', cc: [], bcc: ['b@salon.example'] },
  ...{ subject: 'Re: Заказ', body: 'Готово', quote: 'Жду', papers: ['offer'], files: ['own', 'ofOrder'] },
  ...{ order: 'o1', customer: 'c1', contact: 'ivan', account: 'shop', due: NOW + 10_000 },
  ...{ answers: 'letters/common-l1', forwards: null },
} as unknown as Message
const order = { id: 'o1', sort: 'work' } as const

test('MW12: a message that was called off is opened as it was typed, its own files apart', () => {
  expect(typedAgain(MESSAGE, { order, own: ['own'], now: NOW })).toMatchObject({
    ...{ way: 'letter', to: 'ivan@example.com', bcc: ['b@salon.example'], subject: 'Re: Заказ', body: 'Готово' },
    ...{ quote: 'Жду', answers: 'letters/common-l1', account: 'shop', papers: ['offer'], files: ['ofOrder'], order },
    notBefore: null,
  })
  const later = NOW + 3_600_000
  expect(typedAgain({ ...MESSAGE, due: later }, { order, own: [], now: NOW }).notBefore).toBe(later)
})

test('MW12: its draft stands where it would be begun: at the letter that it answers or passes on, else at its card', () => {
  const keyOf = (change: Partial<Message>) => startOfRecalled({ ...MESSAGE, ...change } as Message, 'work').begun?.key
  expect(keyOf({})).toBe('reply_common-l1')
  expect(keyOf({ cc: ['petr@example.com'] })).toBe('replyAll_common-l1')
  expect(keyOf({ answers: null, forwards: 'ownLetters/u1-l2' })).toBe('forward_u1-l2')
  expect(startOfRecalled({ ...MESSAGE, answers: null }, 'work')).toEqual({ customer: 'c1', contact: 'ivan', order })
})
