import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { declare } from '../../custom/testing/declare.ts'
import { ORDER } from '../../orders/testing/shop.ts'
import { readWhy } from '../../rules/why.ts'
import { bodyOfText, inlinesOf, paragraph, textNode, writeBody } from '../body/body.ts'
import { htmlOf } from '../body/html.ts'
import { plainOf, smsOf } from '../body/plain.ts'
import { printable } from '../body/printable.ts'
import { readBody } from '../body/read-body.ts'
import { type MessageTemplate, messageTemplates } from '../collections.ts'
import { parametersOf } from '../parameters/parameters.ts'
import { Assol } from '../testing/assol.ts'
import { bodies, words } from '../testing/bodies.ts'
import { fillBody } from './fill-body.ts'
import { fillLine, fillText } from './fill-text.ts'
import { makeMessage } from './make-message.ts'
import { problemsOf } from './problems.ts'

afterEach(() => declare())

/** The example of the product. */
const SUBJECT = 'Уведомление о вашем заказе №[Номер]'
const TEXT =
  '[Обращение] [Покупатель]!\nСостояние вашего заказа №[Номер] от [Дата] изменилось на [СостояниеЗаказа].\nС уважением, [Ответственный].'

type Values = Partial<Pick<MessageTemplate, 'way' | 'sort' | 'subject' | 'body' | 'gone'>>

function templateIn(shop: Assol, values: Values = {}): MessageTemplate {
  shop.make('messageTemplates', 'note', {
    name: 'Уведомление покупателя',
    way: 'letter',
    sort: 'customer',
    subject: SUBJECT,
    body: writeBody(bodyOfText(TEXT)),
    papers: ['order'],
  })
  return { ...shop.row(messageTemplates, 'note'), ...values }
}

test('TX10: a message is made of a template and an order', () => {
  const shop = new Assol()
  const template = templateIn(shop)
  const made = shop.tell((around) =>
    makeMessage({ way: 'letter', template, to: 'krylov@alphamart.example', contact: 'krylov', around }),
  )
  expect(made).toMatchObject({
    values: {
      way: 'letter',
      state: 'waiting',
      to: 'krylov@alphamart.example',
      subject: 'Уведомление о вашем заказе №Ч-7KQ2-3',
      papers: ['order'],
      order: ORDER,
      contact: 'krylov',
      template: 'note',
    },
  })
  const body = readBody('values' in made ? (made.values.body ?? null) : null)
  expect(plainOf(body).replaceAll('\u00a0', ' ')).toBe(
    'Уважаемый Альфамарт!\n\nСостояние вашего заказа №Ч-7KQ2-3 от 21 сентября 2016 г. изменилось на Выезд замерщика.\n\nС уважением, Абдулов.',
  )
})

test('TX10: where there is no message, it is said why', () => {
  const shop = new Assol()
  const why = (values: Values | null, way: 'letter' | 'sms' = 'letter') => {
    const template = values && templateIn(shop, values)
    const made = shop.tell((around) => makeMessage({ way, template, to: 'a@b.example', contact: null, around }))
    return 'why' in made ? readWhy(made.why) : null
  }
  expect(why(null)?.code).toBe('templateMissing')
  expect(why({ gone: true })?.code).toBe('templateMissing')
  expect(why({ sort: 'work' })).toEqual({ code: 'templateOfOther', params: { template: 'Уведомление покупателя' } })
  expect(why({}, 'sms')?.code).toBe('templateOfOther')
  expect(why({ subject: '[Номр]' })).toEqual({ code: 'parameterGone', params: { parameter: 'Номр' } })
  expect(why({ body: writeBody(bodyOfText(' \n[Проект]')) })?.code).toBe('nothingToSay')
  const long = { way: 'sms', body: writeBody(bodyOfText('я'.repeat(671))) } as const
  expect(why(long, 'sms')).toEqual({ code: 'refused', params: { failure: 'sms-long', parts: 11, most: 10 } })
  expect(why({})).toBeNull()
})

test('TX6: whatever a customer is called, these are words: no markup, no parameter, no tag', () => {
  const shop = new Assol()
  const template = bodyOfText('[Покупатель]')
  fc.assert(
    fc.property(words, (name) => {
      shop.customer({ name })
      const body = shop.tell((around) => fillBody(template, 'customer', around))
      expect(inlinesOf(body.content).filter((piece) => piece.type === 'parameter')).toEqual([])
      expect(plainOf(readBody(writeBody(body)))).toBe(printable(name))
      expect(htmlOf(body).match(/<[^>]*>/g)).toEqual(['<p style="margin:0 0 1em">', '</p>'])
      expect(shop.tell((around) => fillText('[Покупатель] {{x}} &', 'customer', around))).toBe(
        `${printable(name)} {{x}} &`,
      )
    }),
    { numRuns: 200 },
  )
})

test('TX6: no parameter is left in a filled body, and it reads as it was written', () => {
  const shop = new Assol()
  const names = parametersOf('customer').map(({ name }) => name)
  fc.assert(
    fc.property(bodies(names), (template) => {
      const body = shop.tell((around) => fillBody(template, 'customer', around))
      expect(inlinesOf(body.content).filter((piece) => piece.type === 'parameter')).toEqual([])
      expect(readBody(writeBody(body))).toEqual(body)
    }),
    { numRuns: 200 },
  )
})

test('TX6: a parameter has the looks of its place; words of several lines have breaks; the goods part their line', () => {
  const shop = new Assol()
  shop.do('setOrder', { id: ORDER, fields: { note: 'до 18:00\nлифт' } })
  const bold = [{ type: 'bold' }] as const
  const line = [
    textNode('Вот: [note]', bold),
    { type: 'parameter', attrs: { name: 'goods' } },
    textNode('Всё.'),
  ] as const
  const body = shop.tell((around) => fillBody({ type: 'doc', content: [paragraph(line)] }, 'customer', around))
  expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'goods', 'paragraph'])
  expect(body.content[0]).toEqual(
    paragraph([textNode('Вот: ', bold), textNode('до 18:00', bold), { type: 'hardBreak' }, textNode('лифт', bold)]),
  )
  expect(smsOf(body)).toBe(
    [
      'Вот: до 18:00\nлифт',
      'Наименование | Кол-во | Цена | Сумма',
      'Кухня «Лофт», орех | 1 шт | 40 000,00 | 40 000,00',
      'Сборка | 2,5 | 2 000,00 | 5 000,00',
      'Итого, руб. | 45 000,00',
      'Всё.',
    ].join('\n'),
  )
  expect(shop.tell((around) => fillLine('О: [Примечание]', 'customer', around))).toBe('О: до 18:00 лифт')
})

test('TX9: unknown and empty parameters are named, and a salutation that nothing tells; each once', () => {
  const shop = new Assol()
  const template = templateIn(shop, {
    subject: '[Номр] [Проект] [Number]',
    body: writeBody(bodyOfText('[Обращение] [Номр] [project]')),
  })
  expect(problemsOf(template, 'customer')).toEqual([{ is: 'unknown', parameter: 'Номр' }])
  expect(shop.tell((around) => problemsOf(template, 'customer', around))).toEqual([
    { is: 'unknown', parameter: 'Номр' },
    { is: 'empty', parameter: 'project' },
  ])
  shop.customer({ 'contacts/krylov/name': 'Саша' })
  shop.do('setOrder', { id: ORDER, fields: { contact: 'Саша' } })
  expect(shop.tell((around) => problemsOf(template, 'customer', around))).toContainEqual({
    is: 'open',
    parameter: 'salutation',
  })
  expect(problemsOf({ ...template, way: 'sms', body: 'готов' }, 'customer')).toEqual([])
})

test('TX9: a field that the company has removed is unknown', () => {
  declare({ id: 'custom_a', name: 'Этаж', type: 'number', of: 'orders' })
  const template = {
    way: 'sms',
    subject: null,
    body: writeBody({ type: 'doc', content: [paragraph([{ type: 'parameter', attrs: { name: 'custom_a' } }])] }),
  } as const
  expect(problemsOf(template, 'customer')).toEqual([])
  declare()
  expect(problemsOf(template, 'customer')).toEqual([{ is: 'unknown', parameter: 'custom_a' }])
})
