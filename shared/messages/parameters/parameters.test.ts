import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { declare } from '../../custom/testing/declare.ts'
import { DICTIONARIES } from '../../locales/dictionaries.ts'
import { LANGUAGES } from '../../locales/index.ts'
import { SORTS } from '../../orders/collections.ts'
import { parameterNamed, parametersOf, parameterTitle } from './parameters.ts'
import { piecesOf } from './typed.ts'

afterEach(() => declare())

/** As the product has them. */
const ASKED = [
  'Валюта',
  'Вариант завершения',
  'Дата',
  'Дата отгрузки',
  'Должность контактного лица',
  'Контактное лицо',
  'Номер',
  'Обращение',
  'Ответственный',
  'Покупатель',
  'Причина отмены',
  'Проект',
  'СостояниеЗаказа',
  'Сумма',
  'Организация',
  'ТаблицаТоваров',
]

test('TX3: both sorts of order have the parameters that were asked for', () => {
  for (const sort of SORTS) {
    const titles = parametersOf(sort).map((one) => parameterTitle(one, 'ru'))
    expect(ASKED.filter((title) => !titles.includes(title))).toEqual([])
  }
  expect(parametersOf('work').length).toBe(Object.keys(DICTIONARIES.ru.parameters.names).length - 1)
  expect(parametersOf('mailing').map((one) => parameterTitle(one, 'ru'))).toContain('Отписаться')
  expect(parameterNamed('customer', 'Отписаться')).toBeNull()
  expect(parameterNamed('customer', 'Исполнители')).toBeNull()
  expect(parameterNamed('work', 'Исполнители')?.name).toBe('performers')
})

test('TX3: a parameter is named by its name, and in any language, whatever its spaces and capitals; no two are called alike', () => {
  for (const sort of SORTS) {
    for (const one of parametersOf(sort)) {
      expect(parameterNamed(sort, one.name)).toEqual(one)
      for (const language of LANGUAGES) expect(parameterNamed(sort, parameterTitle(one, language))).toEqual(one)
    }
  }
  expect(parameterNamed('customer', ' состояние  заказа')?.name).toBe('state')
  expect([parameterNamed('customer', 'Номр'), parameterNamed('customer', 'constructor')]).toEqual([null, null])
})

test('TX3: fields that the company added to orders and customers are parameters, and those that it removed are none', () => {
  declare(
    { id: 'custom_a', name: 'Этаж', type: 'number', of: 'orders' },
    { id: 'custom_b', name: 'Скидочная карта', type: 'line' },
    { id: 'custom_c', name: 'Лифт', type: 'yesNo', of: 'orders', gone: true },
    { id: 'custom_d', name: 'Номер', type: 'line', of: 'orders' },
  )
  expect(parameterNamed('customer', 'этаж')?.name).toBe('custom_a')
  expect(parameterNamed('customer', 'Покупатель: Скидочная карта')?.name).toBe('customer:custom_b')
  expect([parameterNamed('customer', 'Лифт'), parameterNamed('customer', 'custom_c')]).toEqual([null, null])
  expect(parameterNamed('customer', 'Номер')?.name).toBe('number')
})

test('TX3: typed in brackets it is a parameter; in two of them, and without a letter, it is words', () => {
  expect(piecesOf('Заказ №[Номер] от [ Дата ]. [[Важно]] [1] []')).toEqual([
    { is: 'words', text: 'Заказ №' },
    { is: 'parameter', name: 'Номер' },
    { is: 'words', text: ' от ' },
    { is: 'parameter', name: 'Дата' },
    { is: 'words', text: '. [Важно] [1] []' },
  ])
})

test('TX3: text without brackets is one piece, as it stands', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replaceAll(/[[\]]/g, '')
      expect(piecesOf(plain)).toEqual(plain === '' ? [] : [{ is: 'words', text: plain }])
    }),
  )
})
