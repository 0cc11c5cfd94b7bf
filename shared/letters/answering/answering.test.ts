import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_QUOTE } from '../../messages/limits.ts'
import { readMailboxes, writeMailbox } from '../mailbox.ts'
import { answeredSubject, readersOf, threadedTo } from './answering.ts'
import { quoteLines, readQuote, writeQuote } from './quote.ts'

test.each([
  ['Заказ № 7', 'Re: Заказ № 7'],
  ['Re: RE[2]: Fwd: Заказ', 'Re: Заказ'],
  ['Отв: HA: Заказ', 'Re: Заказ'],
  ['Река: сплав', 'Re: Река: сплав'],
  [null, 'Re:'],
])('MW1: %j is answered as %j', (subject, answered) => {
  expect(answeredSubject(subject, 'reply')).toBe(answered)
})

test('MW1: a subject that is answered and passed on any number of times has one sign before it, and fits', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.array(fc.constantFrom('reply', 'forward')), (subject, modes) => {
      const last = modes.reduce<string>((text, mode) => answeredSubject(text, mode), subject)
      const again = answeredSubject(last, 'reply')
      expect(answeredSubject(again, 'reply')).toBe(again)
      expect(again.length).toBeLessThanOrEqual(250)
    }),
  )
  expect(answeredSubject('Re: Заказ', 'forward')).toBe('Fwd: Заказ')
})

const LETTER = {
  direction: 'in',
  fromName: 'Иван Петров',
  fromAddress: 'ivan@example.com',
  to: ['Салон <shop@salon.example>', 'anna@example.com'],
  cc: ['Ivan@example.com', '"Петр, бухгалтер" <petr@example.com>', 'SHOP@salon.example'],
  replyTo: [],
} as const
const OWN = ['shop@salon.example']
const said = (mode: 'reply' | 'replyAll' | 'forward', change: object = {}) => {
  const { to, cc } = readersOf({ ...LETTER, ...change }, mode, OWN)
  return [to.map(writeMailbox), cc.map(writeMailbox)]
}

test('MW2: an answer goes to who wrote, or where the letter says; to all: to its other readers, but to no own account', () => {
  expect(said('reply')).toEqual([['Иван Петров <ivan@example.com>'], []])
  expect(said('reply', { replyTo: ['office@example.com'] })).toEqual([['office@example.com'], []])
  expect(said('replyAll')).toEqual([
    ['Иван Петров <ivan@example.com>', 'anna@example.com'],
    ['Петр, бухгалтер <petr@example.com>'],
  ])
  expect(said('forward')).toEqual([[], []])
})

test('MW2: what we wrote is answered to its readers', () => {
  const ours = { direction: 'out', fromAddress: 'shop@salon.example', to: ['ivan@example.com'], cc: [] }
  expect(said('reply', ours)).toEqual([['ivan@example.com'], []])
})

test('MW2: nobody writes to himself, wherever a letter names an own address, unless there is nobody else', () => {
  const ours = { direction: 'out', fromAddress: 'shop@salon.example', cc: [] }
  const ivan = 'Иван Петров <ivan@example.com>'
  for (const mode of ['reply', 'replyAll'] as const) {
    const both = { replyTo: ['Shop@Salon.example', 'office@example.com'], to: [], cc: [] }
    expect(said(mode, both)).toEqual([['office@example.com'], []])
    expect(said(mode, { replyTo: ['SHOP@salon.example'], to: [], cc: [] })).toEqual([[ivan], []])
    expect(said(mode, { ...ours, to: ['shop@salon.example', 'b@c.example'] })).toEqual([['b@c.example'], []])
    expect(said(mode, { ...ours, to: ['shop@salon.example'] })).toEqual([['shop@salon.example'], []])
  }
})

test('MW2: a list of readers reads as it was written', () => {
  expect(readMailboxes('a@b.example; "Петр, \\"бухгалтер\\"" <p@b.example>,\n c@d.example,')).toEqual([
    { name: null, address: 'a@b.example' },
    { name: 'Петр, "бухгалтер"', address: 'p@b.example' },
    { name: null, address: 'c@d.example' },
  ])
})

test('MW3: an answer names what it answers and those before, of many the first and the last', () => {
  expect(threadedTo({ messageId: 'b', references: ['a'] })).toEqual({ inReplyTo: 'b', references: ['a', 'b'] })
  expect(threadedTo({ messageId: null, references: ['a'] })).toEqual({ inReplyTo: null, references: ['a'] })
  const many = Array.from({ length: 50 }, (_, i) => `m${i}`)
  const { references } = threadedTo({ messageId: 'last', references: many })
  expect([references.length, references[0], references.at(-1)]).toEqual([20, 'm0', 'last'])
})

test('MW4: a quote has its signs, one more where it has some; what is passed on stands as it was', () => {
  const kept = writeQuote({ head: 'Иван писал(а):', words: 'Добрый день!\r\n\r\n> Готово?\nДа\n' })
  expect(quoteLines(kept, false)).toBe('Иван писал(а):\n> Добрый день!\n>\n>> Готово?\n> Да')
  expect(quoteLines(kept, true)).toBe('Иван писал(а):\n\nДобрый день!\n\n> Готово?\nДа')
})

test('MW4: what is quoted reads as it was written, unless it is too long', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const kept = writeQuote({ head: 'Она писала:', words })
      expect(readQuote(kept).words).toBe(words.replaceAll(/\r\n?/g, '\n').trimEnd())
    }),
  )
  const long = writeQuote({ head: 'Она писала:', words: 'а'.repeat(100_000) })
  expect([long.length, long.endsWith('\n…')]).toEqual([LONGEST_QUOTE, true])
})
