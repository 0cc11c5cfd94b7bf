import { expect, test } from 'vitest'
import { newId } from '../records/keys/id.ts'
import type { Message } from './collections.ts'
import { messageItem } from './message-item.ts'

const NOBODY = {
  name: () => null,
  isGone: () => false,
  customer: (id: string | null) => id,
  kind: () => null,
  hue: () => null,
  called: () => 'ЗН-0017',
  days: () => null,
  now: 0,
  exchange: () => ({ toCompany: () => null }),
} as unknown as Parameters<typeof messageItem>[1]

const message = (values: Partial<Message>) =>
  messageItem(
    {
      id: newId('common', 0),
      madeAt: 1,
      subject: null,
      body: null,
      sent: null,
      due: null,
      order: null,
      ...values,
    } as Message,
    NOBODY,
  )

test('a message without a subject is called by its first words, in one line', () => {
  expect(message({ body: 'Готово!\nЖдем вас' }).subject).toBe('Готово! Ждем вас')
  expect(message({ body: 'а'.repeat(500) }).subject).toHaveLength(120)
  expect(message({ subject: 'Готово', body: 'Ждем' }).subject).toBe('Готово')
  expect(message({}).subject).toBe(null)
})

test('it stands at when it went, else at when it is to go, else at when it was made', () => {
  expect([message({ sent: 3, due: 2 }).at, message({ due: 2 }).at, message({}).at]).toEqual([3, 2, 1])
  expect(message({ order: 'o' }).orderName).toBe('ЗН-0017')
})
