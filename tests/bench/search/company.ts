import { derivedId } from '../../../shared/records/keys/id.ts'
import type { Shelved } from '../../../shared/search/index/document.ts'
import type { AnyValues } from '../../../shared/search/index/terms.ts'
import { seeded } from '../funnel/histories.ts'

export const CUSTOMERS = 20_000
export const ORDERS = 100_000
export const EVENTS = 200_000
export const QUARTERS = 20
const FIRST_YEAR = 2021

export type SearchedRow = AnyValues

/** A document's records as they are searched. */
export interface SearchedDocument {
  readonly name: string
  readonly shelved: readonly Shelved[]
  row(collection: string, id: string): SearchedRow
}

const SURNAMES = [
  'Ёлкин',
  'Ведеркин',
  'Лаптева',
  'Данилова',
  'Тихонов',
  'Игнатьева',
  'Зайцев',
  'Жуков',
  'Шилова',
  'Орлова',
  'Покупатель',
]
const NOUNS = [
  'кухня',
  'столешница',
  'дверь',
  'окно',
  'шкаф',
  'полка',
  'фасад',
  'ручка',
  'замер',
  'доставка',
  'монтаж',
  'витраж',
  'зеркало',
  'ящик',
  'подсветка',
  'мойка',
]
const KINDS = [
  'дубовая',
  'белая',
  'угловая',
  'стеклянная',
  'витражное',
  'матовый',
  'глянцевый',
  'встроенный',
  'навесная',
  'сосновая',
]
const ACTS = [
  'просил перезвонить',
  'обсудили',
  'согласовать',
  'привезти образцы',
  'уточнить размеры',
  'переслать чертежи',
  'перенести на вторник',
  'оплатит завтра',
  'ждет счета',
]
const PEOPLE = Array.from({ length: 12 }, (_, i) => `person-${i}`)

const idsOf = (sort: string, count: number, start: number) =>
  Array.from({ length: count }, (_, i) => derivedId('common', start + i * 1000, 'bench', `${sort} ${i}`)).sort()

const CUSTOMER_IDS = idsOf('customer', CUSTOMERS, Date.UTC(FIRST_YEAR, 0))

/** Customers, goods, then quarters of orders and of events from the newest on, as the worker wants them. */
export function* searchedDocuments(): Iterable<SearchedDocument> {
  yield documentOf('customers', 'customers', CUSTOMER_IDS, customerRow)
  yield documentOf('goods', 'products', idsOf('product', 2000, Date.UTC(FIRST_YEAR, 0)), productRow)
  for (let quarter = QUARTERS - 1; quarter >= 0; quarter--) {
    const start = Date.UTC(FIRST_YEAR, quarter * 3)
    const orders = idsOf(`order ${quarter}`, ORDERS / QUARTERS, start)
    yield documentOf(`orders/${quarter}`, 'orders', orders, (id, i, random) =>
      orderRow(id, quarter * orders.length + i, random),
    )
    yield documentOf(`events/${quarter}`, 'events', idsOf(`event ${quarter}`, EVENTS / QUARTERS, start), eventRow)
  }
}

type Make = (id: string, i: number, random: () => number) => SearchedRow

function documentOf(
  name: string,
  collection: Shelved['collection'],
  ids: readonly string[],
  make: Make,
): SearchedDocument {
  const places = new Map(ids.map((id, i) => [id, i]))
  return {
    name,
    shelved: [{ collection, ids }],
    row: (_, id) => {
      const i = places.get(id) ?? 0
      return make(id, i, seeded(i + 1))
    },
  }
}

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T
const digits = (random: () => number, count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0')

function customerRow(id: string, i: number, random: () => number): SearchedRow {
  const phone = () => `+7 (9${digits(random, 2)}) ${digits(random, 3)}-${digits(random, 2)}-${digits(random, 2)}`
  return {
    ...{ id, name: `${pick(SURNAMES, random)} ${i}`, inn: `780${digits(random, 7)}`, phone: phone() },
    ...{
      email: `client${i}@firma.example`,
      address: `Санкт-Петербург, Невский пр., д. ${i}`,
      responsible: pick(PEOPLE, random),
    },
    contacts: [{ id: 'a', name: `${pick(SURNAMES, random)} Анна`, post: 'Директор', note: pick(ACTS, random) }],
    phones: [{ id: 'a', number: phone() }],
  }
}

function productRow(id: string, i: number, random: () => number): SearchedRow {
  return {
    id,
    name: `${pick(NOUNS, random)} ${pick(KINDS, random)} ${i}`,
    article: `K-${i}`,
    category: pick(NOUNS, random),
  }
}

function orderRow(id: string, i: number, random: () => number): SearchedRow {
  const line = (at: number) => ({ id: `l${at}`, text: `${pick(NOUNS, random)} ${pick(KINDS, random)}` })
  return {
    ...{ id, number: `ЗН-${String(i).padStart(5, '0')}`, draft: `Ч-7KQ2-${i}`, customer: pick(CUSTOMER_IDS, random) },
    ...{ responsible: pick(PEOPLE, random), note: textOf(random, 2), lines: [line(0), line(1), line(2)] },
  }
}

function eventRow(id: string, _: number, random: () => number): SearchedRow {
  return {
    ...{ id, subject: `${pick(ACTS, random)}: ${pick(NOUNS, random)}`, text: textOf(random, 4) },
    ...{ customer: pick(CUSTOMER_IDS, random), responsible: pick(PEOPLE, random), address: `8 9${digits(random, 9)}` },
  }
}

function textOf(random: () => number, sentences: number): string {
  const one = () => `${pick(ACTS, random)} ${pick(NOUNS, random)} ${pick(KINDS, random)} ${digits(random, 3)} мм`
  return Array.from({ length: sentences }, one).join('. ')
}
