import type { Sort } from '../orders/collections.ts'

/** States of both kinds: name and hue (degrees). «Завершен» is everybody's. */
export const STATES = {
  measure: ['Выезд замерщика', 262],
  design: ['Разработка дизайн-проекта', 300],
  offer: ['Обсуждение КП', 75],
  production: ['В производстве', 200],
  stock: ['На складе', 175],
  done: ['Выполнен', 145],
  site: ['Загружен с сайта', 230],
  confirm: ['Подтверждение заказа', 285],
  supply: ['Ожидает поставки', 55],
  ready: ['Готов к отгрузке', 165],
  courier: ['Передан курьеру', 190],
} as const satisfies Readonly<Record<string, readonly [string, number]>>
export type StateId = keyof typeof STATES

interface DemoKind {
  readonly name: string
  readonly sort: Sort
  readonly states: readonly StateId[]
}

/** The two processes of the company. */
export const KINDS = {
  kitchens: {
    name: 'Кухни под заказ',
    sort: 'work',
    states: ['measure', 'design', 'offer', 'production', 'stock', 'done'],
  },
  shop: {
    name: 'Интернет-магазин',
    sort: 'customer',
    states: ['site', 'confirm', 'supply', 'ready', 'courier'],
  },
} as const satisfies Readonly<Record<string, DemoKind>>
export type KindId = keyof typeof KINDS

/** Why orders are lost: name and hue (degrees). */
export const REASONS = {
  price: ['Не устроила цена', 25],
  elsewhere: ['Заказали в другом месте', 150],
  unreachable: ['Не удалось связаться с клиентом', 75],
  waiting: ['Не дождался поставки', 262],
  quality: ['Не понравилось качество товара', 330],
  other: ['Другое', 200],
} as const satisfies Readonly<Record<string, readonly [string, number]>>
export type ReasonId = keyof typeof REASONS
