import { expect, test } from 'vitest'
import type { Mailing } from '../collections.ts'
import { copyOf } from './copy.ts'

test('a copy of a row as screens have it can be sent to the worker, and has nothing of what came of the mailing', () => {
  const hours = new Proxy(['09:00-18:00'], {})
  const row = { way: 'letter', hours, topic: 'новости', state: 'finished', begun: 1, sent: 10 } as unknown as Mailing
  const copy = structuredClone(copyOf(row, 'Копия'))
  expect(copy).toMatchObject({
    name: 'Копия',
    state: 'prepared',
    way: 'letter',
    hours: ['09:00-18:00'],
    topic: 'новости',
  })
  expect(copy).not.toHaveProperty('begun')
  expect(copy).not.toHaveProperty('sent')
})
