import { expect, test } from 'vitest'
import type { Letter, MailAccount } from '../../../../../shared/letters/collections.ts'
import { ru } from '../../../../../shared/locales/ru/index.ts'
import { createFormat } from '../../../../ui/words/format.ts'
import { writtenBy } from '../sender/chosen-account.ts'
import { startOfAnswer } from './answering.ts'

const account = (id: string, change: Partial<MailAccount> = {}) =>
  ({
    id,
    gone: false,
    sends: true,
    owner: null,
    isDefault: false,
    address: `${id}@salon.example`,
    ...change,
  }) as MailAccount
const ALL = [account('shop'), account('anna', { owner: 'u1' }), account('boris', { owner: 'u2' })]
const LETTER = {
  id: 'common-1',
  direction: 'in',
  subject: 'Re: Заказ',
  fromName: 'Иван',
  fromAddress: 'ivan@example.com',
  to: ['shop@salon.example', 'petr@example.com'],
  cc: ['anna@salon.example'],
  replyTo: [],
  sent: Date.UTC(2026, 10, 12, 9, 30),
  customer: 'c1',
  contact: 'ivan',
  order: null,
  places: [{ account: 'boris' }, { account: 'shop' }],
  attachments: [{ name: 'План.pdf', type: 'application/pdf', size: 5, hash: 'ab' }],
} as unknown as Letter
const written = ru.messages.write
const t = (key: string, params: Record<string, string>) => {
  const phrase = key === 'messages.write.wrote' ? written.wrote : written.passedOn
  return phrase.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => params[name] ?? '')
}
const ground = {
  words: { t: t as never, format: createFormat({ language: () => 'ru', zone: () => 'Europe/Moscow' }) },
  all: ALL,
  own: writtenBy(ALL, 'u1'),
  order: null,
}
const answered = { collection: 'letters', letter: LETTER, words: 'Готово?\nЖду' } as const

test('MW2: an answer to all is begun with its readers, by the account that the letter came to, about its customer', () => {
  const { begun, customer, contact } = startOfAnswer(answered, 'replyAll', ground)
  expect([customer, contact]).toEqual(['c1', 'ivan'])
  expect(begun).toMatchObject({
    key: 'replyAll_common-1',
    enclosures: [],
    typed: {
      to: 'ivan@example.com, petr@example.com',
      cc: [],
      subject: 'Re: Заказ',
      answers: 'letters/common-1',
      account: 'shop',
      quote: '12.11.2026, 12:30, Иван <ivan@example.com> писал(а):\n\nГотово?\nЖду',
    },
  })
})

test('MW4: what is passed on goes to nobody yet, with its enclosures, and says from whom it is', () => {
  const { begun } = startOfAnswer(answered, 'forward', ground)
  expect(begun?.enclosures).toBe(LETTER.attachments)
  expect(begun?.typed).toMatchObject({ to: null, subject: 'Fwd: Заказ', forwards: 'letters/common-1' })
  expect(begun?.typed.answers).toBeUndefined()
  expect(begun?.typed.quote).toMatch(/^Пересланное письмо\nОт: Иван <ivan@example.com>\n.*Тема: Re: Заказ\n\nГотово\?/s)
})

test('MW5: one writes by the own accounts and by the company’s that send, the own default one first', () => {
  const all = [
    ...ALL,
    account('own', { owner: 'u1', isDefault: true }),
    account('deaf', { sends: false }),
    account('off', { state: 'off' }),
  ]
  expect(writtenBy(all, 'u1').map(({ id }) => id)).toEqual(['own', 'anna', 'shop'])
  expect(writtenBy([account('main', { isDefault: true }), ...ALL], 'u1').map(({ id }) => id)).toEqual([
    'main',
    'anna',
    'shop',
  ])
})
