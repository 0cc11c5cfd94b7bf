import { afterEach, expect, test } from 'vitest'
import { declare } from '../../custom/testing/declare.ts'
import { ORDER } from '../../orders/testing/shop.ts'
import { Assol } from '../testing/assol.ts'
import { parameterNamed, parametersOf } from './parameters.ts'
import { valueFor } from './values.ts'

afterEach(() => declare())

/** What the parameter of that title stands for; with plain spaces for those that do not break. */
function told(shop: Assol, title: string): unknown {
  const parameter = parameterNamed('customer', title)
  if (!parameter) throw new RangeError(`There is no ${title}`)
  const value = shop.tell((around) => valueFor(parameter, around))
  return typeof value === 'string' ? value.replaceAll(/[\u00a0\u202f]/g, ' ') : value
}

test('TX5: parameters stand for what the order and its records say', () => {
  const shop = new Assol()
  const said = [
    'Номер',
    'Дата',
    'Обращение',
    'Покупатель',
    'Контактное лицо',
    'Должность контактного лица',
    'СостояниеЗаказа',
  ]
  expect(said.map((title) => told(shop, title))).toEqual([
    'Ч-7KQ2-3',
    '21 сентября 2016 г.',
    'Уважаемый',
    'Альфамарт',
    'Крылов Петр Ильич',
    'Директор',
    'Выезд замерщика',
  ])
  const money = [
    'Сумма',
    'Валюта',
    'Дата отгрузки',
    'Организация',
    'Ответственный',
    'Почта ответственного',
    'Адрес доставки',
  ]
  expect(money.map((title) => told(shop, title))).toEqual([
    '45 000,00',
    'руб.',
    '1 октября 2016 г.',
    'Кухни Ассоль',
    'Абдулов',
    'abdulov@assol.example',
    'Выборг, Северный Вал, 11',
  ])
})

test('TX5: dates, sums and words are in the company’s language', () => {
  const shop = new Assol()
  shop.do('setRecord', { collection: 'company', id: 'company', values: { language: 'en' } })
  const said = ['Дата', 'Обращение', 'Сумма', 'Валюта'].map((title) => told(shop, title))
  expect(said).toEqual(['21 September 2016', 'Dear', '45,000.00', 'RUB'])
})

test('TX5: the goods are a table of the lines, with what they come to', () => {
  const shop = new Assol()
  const table = JSON.stringify(told(shop, 'ТаблицаТоваров')).replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(JSON.parse(table)).toEqual({
    heads: ['Наименование', 'Кол-во', 'Цена', 'Сумма'],
    rows: [
      ['Кухня «Лофт», орех', '1 шт', '40 000,00', '40 000,00'],
      ['Сборка', '2,5', '2 000,00', '5 000,00'],
      ['Итого, руб.', '', '', '45 000,00'],
    ],
  })
})

test('TX5: how an order was completed, and why it was lost, is told by its move; of «Другое», the words', () => {
  const shop = new Assol()
  const cancel = { state: 'completed', completion: 'cancelled' } as const
  shop.do('moveOrder', { id: ORDER, ...cancel, reason: 'other', comment: 'Переезд' })
  const said = ['СостояниеЗаказа', 'Вариант завершения', 'Причина отмены'].map((title) => told(shop, title))
  expect(said).toEqual(['Завершен', 'Отменен', 'Переезд'])
  const first = shop.tell((around) => {
    const state = parameterNamed('customer', 'state')
    return (
      state &&
      valueFor(state, { ...around, move: around.order.moves.find(({ follows }) => follows.length === 0) ?? null })
    )
  })
  expect(first).toBe('Выезд замерщика')
})

test('TX5: fields that the company added stand in the form of their type', () => {
  declare(
    { id: 'custom_a', name: 'Этаж', type: 'number', of: 'orders' },
    { id: 'custom_b', name: 'Лифт', type: 'yesNo', of: 'orders' },
    { id: 'custom_c', name: 'Фасад', type: 'choice', of: 'orders', options: [{ id: 'x', name: 'Эмаль' }] },
    { id: 'custom_d', name: 'Замерщик', type: 'toPerson', of: 'orders' },
    { id: 'custom_e', name: 'Карта', type: 'line' },
  )
  const shop = new Assol()
  const values = { custom_a: 1_250, custom_b: true, custom_c: 'x', custom_d: 'abdulov' }
  shop.do('setRecord', { collection: 'orders', id: ORDER, values })
  shop.customer({ custom_e: 'К-17' })
  const said = ['Этаж', 'Лифт', 'Фасад', 'Замерщик', 'Покупатель: Карта'].map((title) => told(shop, title))
  expect(said).toEqual(['12,50', 'Да', 'Эмаль', 'Абдулов', 'К-17'])
})

test('TX5: an order that refers to nothing, or to what is not here, is told of all the same', () => {
  const shop = new Assol()
  const nothing = { customer: null, contact: null, organisation: 'gone', responsible: 'gone', shipment: null }
  shop.do('setOrder', { id: ORDER, fields: nothing })
  for (const parameter of parametersOf('work')) expect(shop.tell((around) => valueFor(parameter, around))).toBeDefined()
  expect(['Покупатель', 'Организация', 'Обращение'].map((title) => told(shop, title))).toEqual([
    '',
    '',
    'Уважаемый(ая)',
  ])
})
