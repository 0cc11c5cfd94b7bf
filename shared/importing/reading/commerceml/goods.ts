import { elementsAt, textIn, type XmlElement } from '../xml/element.ts'
import type { ExchangeGroup, ExchangePrice, ExchangeProduct, Located, Offer, PriceType } from './exchange.ts'
import { namedValues, unitOf, type Values, vatOf } from './values.ts'

const TRAITS = ['ХарактеристикиТовара', 'ХарактеристикаТовара'] as const
const DETAILS = ['ЗначенияРеквизитов', 'ЗначениеРеквизита'] as const

/** The groups in an element «Группы», those within them after each. */
export function groupsIn(element: XmlElement, values: Values, parent: string | null = null): ExchangeGroup[] {
  return elementsAt(element, 'Группа').flatMap((group) => {
    const [id, name] = [values.required(group, 'Ид'), values.required(group, 'Наименование')]
    if (id === null || name === null) return []
    const inside = elementsAt(group, 'Группы').flatMap((groups) => groupsIn(groups, values, id))
    return [{ id, name, parent }, ...inside]
  })
}

/** The price types in an element «ТипыЦен». */
export function priceTypesIn(element: XmlElement, values: Values): PriceType[] {
  return elementsAt(element, 'ТипЦены').flatMap((type) => {
    const [id, name] = [values.required(type, 'Ид'), values.required(type, 'Наименование')]
    return id === null || name === null ? [] : [{ id, name, currency: textIn(type, 'Валюта') }]
  })
}

/** A product; null where it has no id or no name. */
export function productOf(element: XmlElement, values: Values): (ExchangeProduct & Located) | null {
  const [id, name] = [values.required(element, 'Ид'), values.required(element, 'Наименование')]
  if (id === null || name === null) return null
  const status = element.attributes.get('Статус') ?? textIn(element, 'Статус')
  return {
    line: element.line,
    id,
    article: textIn(element, 'Артикул'),
    barcode: textIn(element, 'Штрихкод'),
    name,
    description: textIn(element, 'Описание'),
    unit: unitOf(element),
    groups: elementsAt(element, 'Группы', 'Ид').flatMap(({ text }) => text || []),
    vat: vatOf(element),
    traits: namedValues(element, ...TRAITS),
    details: namedValues(element, ...DETAILS),
    isRemoved: status === 'Удален' || textIn(element, 'ПометкаУдаления') === 'true',
  }
}

/** An offer; null where it has no id. */
export function offerOf(element: XmlElement, values: Values): (Offer & Located) | null {
  const id = values.required(element, 'Ид')
  if (id === null) return null
  return {
    line: element.line,
    id,
    name: textIn(element, 'Наименование'),
    prices: elementsAt(element, 'Цены', 'Цена').flatMap((price) => priceOf(price, values) ?? []),
    quantity: quantityOf(element, values),
    traits: namedValues(element, ...TRAITS),
  }
}

function priceOf(element: XmlElement, values: Values): ExchangePrice | null {
  const type = values.required(element, 'ИдТипаЦены')
  if (values.required(element, 'ЦенаЗаЕдиницу') === null || type === null) return null
  const sum = values.money(element, 'ЦенаЗаЕдиницу')
  return sum === null ? null : { type, sum, currency: textIn(element, 'Валюта') }
}

/** What is there in all stores: told as one number, or by store, in the forms of 2.04 and of 2.08. */
function quantityOf(element: XmlElement, values: Values): number | null {
  const whole = values.number(element, 'Количество', 3)
  if (whole !== null) return whole
  const stocks = elementsAt(element, 'Остатки', 'Остаток').flatMap((stock) => [stock, ...elementsAt(stock, 'Склад')])
  const told = stocks.flatMap((stock) => values.number(stock, 'Количество', 3) ?? [])
  const byStore = elementsAt(element, 'Склад').flatMap((store) => {
    const text = store.attributes.get('КоличествоНаСкладе')
    return text ? (values.numberOf(store, 'КоличествоНаСкладе', text, 3) ?? []) : []
  })
  const all = [...told, ...byStore]
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0)
}
