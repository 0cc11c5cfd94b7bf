import { expect, test } from 'vitest'
import type { Letter } from '../../../../../shared/letters/collections.ts'
import { isUntouched, type MessageStart, typedAtFirst } from './start.ts'

const ENCLOSURES = [{ name: 'План.pdf', hash: 'ab' }, { hash: 'cd' }] as unknown as Letter['attachments']
const FORWARD: MessageStart = {
  ...{ customer: 'c1', order: null, contact: null },
  begun: { key: 'forward_common-1', typed: { subject: 'Fwd: Заказ', to: null, cc: [] }, enclosures: ENCLOSURES },
}
const own = (...hashes: readonly string[]) => hashes.map((hash) => ({ hash }))

test('MW13: a letter that is passed on is untouched until somebody writes in it, or changes its files', () => {
  const first = typedAtFirst(FORWARD)
  expect(isUntouched(FORWARD, first, own('cd', 'ab'))).toBe(true)
  expect(isUntouched(FORWARD, { ...first, to: undefined, bcc: [], notBefore: null } as never, own('ab', 'cd'))).toBe(
    true,
  )
  expect(isUntouched(FORWARD, first, own('ab'))).toBe(false)
  expect(isUntouched(FORWARD, first, own('ab', 'cd', 'ef'))).toBe(false)
  for (const change of [{ body: 'Смотрите' }, { to: 'a@b.example' }, { subject: 'Fwd: Заказ 2' }, { papers: ['act'] }])
    expect(isUntouched(FORWARD, { ...first, ...change }, own('ab', 'cd'))).toBe(false)
})

test('MW13: of what is begun by hand, nothing is written at first', () => {
  const start: MessageStart = { customer: null, order: null, contact: null }
  expect(isUntouched(start, typedAtFirst(start), [])).toBe(true)
  expect(typedAtFirst({ ...start, made: { name: 'Счет 5.pdf', bytes: new Blob(), paper: null } }).subject).toBe(
    'Счет 5',
  )
})
