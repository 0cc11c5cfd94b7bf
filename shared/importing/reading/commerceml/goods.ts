import { elementsAt, textIn, type XmlElement } from '../xml/element.ts'
import type {
  ExchangeGroup,
  ExchangePrice,
  ExchangeProduct,
  Located,
  NamedValue,
  Offer,
  PriceType,
} from './exchange.ts'
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

/** A property that a classifier declares, and what its values are called. */
export interface Property {
  readonly name: string
  readonly values: ReadonlyMap<string, string>
}
type Properties = ReadonlyMap<string, Property>

/** The properties in an element «Свойства», by id. */
export function propertiesIn(element: XmlElement): Properties {
  const all = elementsAt(element, 'Свойство').flatMap((one) => {
    const [id, name] = [textIn(one, 'Ид'), textIn(one, 'Наименование')]
    const values = namedValues(one, 'ВариантыЗначений', 'Справочник', 'ИдЗначения')
    return id === null || name === null
      ? []
      : [[id, { name, values: new Map(values.map((v) => [v.name, v.value])) }] as const]
  })
  return new Map(all)
}

/** Values of properties that a classifier before has declared, by the names of these; several of one stand in one text. */
function propertyValues(element: XmlElement, properties: Properties): NamedValue[] {
  return elementsAt(element, 'ЗначенияСвойств', 'ЗначенияСвойства').flatMap((one) => {
    const property = properties.get(textIn(one, 'Ид') ?? '')
    const told = elementsAt(one, 'Значение').map(({ text }) => property?.values.get(text) ?? text)
    const value = told.filter(Boolean).join(', ')
    return property && value ? [{ name: property.name, value }] : []
  })
}

/** A product; null where it has no id or no name. */
export function productOf(
  element: XmlElement,
  values: Values,
  properties: Properties,
): (ExchangeProduct & Located) | null {
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
    details: [...namedValues(element, ...DETAILS), ...propertyValues(element, properties)],
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
