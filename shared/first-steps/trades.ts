import type { Language } from '../accounts/api.ts'
import type { Sort } from '../orders/collections.ts'

/** A ready process for a trade: the kinds that it adds, each with its states in order; «Завершен» follows by itself. */
const SHAPES = {
  kitchens: [
    {
      id: 'toMeasure',
      sort: 'customer',
      states: ['new', 'measuring', 'design', 'contract', 'prepayment', 'production', 'delivery', 'mounting'],
    },
  ],
  services: [
    { id: 'service', sort: 'customer', states: ['new', 'talks', 'contract', 'payment', 'working', 'done'] },
    { id: 'job', sort: 'work', states: ['request', 'estimate', 'working', 'done'] },
  ],
  wholesale: [
    { id: 'wholesale', sort: 'customer', states: ['new', 'talks', 'invoiced', 'payment', 'picking', 'delivery'] },
  ],
  repair: [{ id: 'repair', sort: 'work', states: ['request', 'diagnosis', 'estimate', 'parts', 'working', 'done'] }],
  retail: [{ id: 'retail', sort: 'customer', states: ['fromSite', 'confirmed', 'picking', 'courier', 'pickup'] }],
} as const satisfies Record<string, readonly Shape[]>

interface Shape {
  readonly id: string
  readonly sort: Sort
  readonly states: readonly (keyof typeof HUES)[]
}

export type TradeId = keyof typeof SHAPES

/** All trades, in the order in which they are offered. */
export const TRADES = Object.keys(SHAPES) as readonly TradeId[]

/** Hues in degrees, by the ids of states; those of the starter set (company/starter.ts) are the same there. */
const HUES = {
  ...{ new: 220, talks: 265, payment: 45, delivery: 150, request: 220, estimate: 265, working: 45, done: 150 },
  ...{ measuring: 200, design: 265, contract: 290, prepayment: 45, production: 25, mounting: 120 },
  ...{
    invoiced: 290,
    picking: 25,
    diagnosis: 200,
    parts: 25,
    fromSite: 220,
    confirmed: 200,
    courier: 120,
    pickup: 150,
  },
} as const

type Named = keyof typeof HUES | (typeof SHAPES)[TradeId][number]['id']

const RU: { readonly [id in Named]: string } = {
  toMeasure: 'Изделия на заказ',
  service: 'Услуга',
  job: 'Работа',
  wholesale: 'Опт',
  repair: 'Ремонт',
  retail: 'Розница',
  new: 'Новый',
  talks: 'Согласование',
  payment: 'Ожидает оплаты',
  delivery: 'Готов к отгрузке',
  request: 'Заявка',
  estimate: 'Смета',
  working: 'В работе',
  done: 'Выполнен',
  measuring: 'Замер',
  design: 'Проект',
  contract: 'Договор',
  prepayment: 'Предоплата',
  production: 'Производство',
  mounting: 'Монтаж',
  invoiced: 'Счет выставлен',
  picking: 'Сборка',
  diagnosis: 'Диагностика',
  parts: 'Ждет запчастей',
  fromSite: 'Заказ с сайта',
  confirmed: 'Подтвержден',
  courier: 'Передан курьеру',
  pickup: 'Готов к выдаче',
}

const EN: { readonly [id in Named]: string } = {
  toMeasure: 'Made to measure',
  service: 'Service',
  job: 'Job',
  wholesale: 'Wholesale',
  repair: 'Repair',
  retail: 'Retail',
  new: 'New',
  talks: 'In talks',
  payment: 'Waiting for payment',
  delivery: 'Ready to ship',
  request: 'Request',
  estimate: 'Estimate',
  working: 'In work',
  done: 'Done',
  measuring: 'Measuring',
  design: 'Design',
  contract: 'Contract',
  prepayment: 'Prepayment',
  production: 'Production',
  mounting: 'Mounting',
  invoiced: 'Invoiced',
  picking: 'Picking',
  diagnosis: 'Diagnosis',
  parts: 'Waiting for parts',
  fromSite: 'From the site',
  confirmed: 'Confirmed',
  courier: 'With the courier',
  pickup: 'Ready for pickup',
}

const NAMES = { ru: RU, en: EN } as const satisfies { readonly [language in Language]: unknown }

/** A kind with its states, in words. */
export interface TradeKind {
  readonly id: string
  readonly name: string
  readonly sort: Sort
  readonly states: readonly { readonly id: string; readonly name: string; readonly hue: number }[]
}

/** The kinds of a trade, in a language. */
export function kindsOfTrade(trade: TradeId, language: Language): readonly TradeKind[] {
  const names = NAMES[language]
  return SHAPES[trade].map(({ id, sort, states }) => ({
    ...{ id, sort, name: names[id] },
    states: states.map((state) => ({ id: state, name: names[state], hue: HUES[state] })),
  }))
}
