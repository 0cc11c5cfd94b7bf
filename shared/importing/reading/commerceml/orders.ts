import { dateReader } from '../dates.ts'
import { childOf, elementsAt, textIn, type XmlElement } from '../xml/element.ts'
import type { Counterparty, ExchangeDiscount, ExchangeLine, ExchangeOrder, Located } from './exchange.ts'
import { namedValues, unitOf, type Values, vatOf } from './values.ts'

const readDay = dateReader('Y-M-D')

/** A document; null where it has no id, number or date. */
export function orderOf(element: XmlElement, values: Values): (ExchangeOrder & Located) | null {
  const [id, number] = [values.required(element, 'Ид'), values.required(element, 'Номер')]
  const date = dayOf(element, values)
  if (id === null || number === null || date === null) return null
  return {
    line: element.line,
    id,
    number,
    date,
    time: timeOf(element, values),
    operation: textIn(element, 'ХозОперация'),
    role: textIn(element, 'Роль'),
    currency: textIn(element, 'Валюта'),
    sum: values.money(element, 'Сумма'),
    comment: textIn(element, 'Комментарий'),
    parties: elementsAt(element, 'Контрагенты', 'Контрагент').flatMap((one) => partyOf(one, values) ?? []),
    lines: elementsAt(element, 'Товары', 'Товар').flatMap((one) => lineOf(one, values) ?? []),
    details: namedValues(element, 'ЗначенияРеквизитов', 'ЗначениеРеквизита'),
  }
}

function dayOf(element: XmlElement, values: Values): string | null {
  const text = values.required(element, 'Дата')
  if (text === null) return null
  const day = readDay(text)?.toPlainDate().toString() ?? null
  if (day === null) values.tell(element, 'exchange-value', { name: 'Дата', value: text })
  return day
}

function timeOf(element: XmlElement, values: Values): string | null {
  const text = textIn(element, 'Время')
  if (text === null || /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text)) return text
  values.tell(element, 'exchange-value', { name: 'Время', value: text })
  return null
}

function partyOf(element: XmlElement, values: Values): Counterparty | null {
  const name = values.required(element, 'Наименование')
  if (name === null) return null
  const requisites = childOf(element, 'РеквизитыЮрЛица')
  const address = childOf(element, 'АдресРегистрации') ?? childOf(element, 'Адрес')
  return {
    id: textIn(element, 'Ид'),
    name,
    role: textIn(element, 'Роль'),
    fullName: textIn(element, 'ПолноеНаименование') ?? textIn(element, 'ОфициальноеНаименование'),
    inn: textIn(element, 'ИНН') ?? textIn(requisites, 'ИНН'),
    kpp: textIn(element, 'КПП') ?? textIn(requisites, 'КПП'),
    address: textIn(address, 'Представление'),
    contacts: namedValues(element, 'Контакты', 'Контакт', 'Тип'),
  }
}

function lineOf(element: XmlElement, values: Values): ExchangeLine | null {
  const name = values.required(element, 'Наименование')
  if (name === null) return null
  return {
    id: textIn(element, 'Ид'),
    article: textIn(element, 'Артикул'),
    name,
    unit: unitOf(element),
    price: values.money(element, 'ЦенаЗаЕдиницу'),
    quantity: values.number(element, 'Количество', 3),
    sum: values.money(element, 'Сумма'),
    vat: vatOf(element),
    discounts: elementsAt(element, 'Скидки', 'Скидка').map((one) => discountOf(one, values)),
    details: namedValues(element, 'ЗначенияРеквизитов', 'ЗначениеРеквизита'),
  }
}

function discountOf(element: XmlElement, values: Values): ExchangeDiscount {
  return {
    name: textIn(element, 'Наименование') ?? '',
    percent: values.number(element, 'Процент', 2),
    sum: values.money(element, 'Сумма'),
    isCounted: textIn(element, 'УчтеноВСумме') === 'true',
  }
}
