import type { PickKind } from '../../state/state-pick.tsx'

/** Made-up data that specimens show; nothing of it reaches the program. */
export const STATES = [
  { id: 's1', name: 'Выезд замерщика', hue: 265 },
  { id: 's2', name: 'Разработка дизайн-проекта', hue: 300 },
  { id: 's3', name: 'Обсуждение КП', hue: 75 },
  { id: 's4', name: 'В производстве', hue: 215 },
  { id: 's5', name: 'На складе', hue: 180 },
  { id: 's6', name: 'Выполнен', hue: 130 },
  { id: 'completed', name: 'Завершен', hue: 155 },
] as const

export const KINDS: readonly PickKind[] = [
  { id: 'kitchens', name: 'Кухни под заказ', states: STATES },
  {
    id: 'shop',
    name: 'Интернет-магазин',
    states: [
      { id: 'site', name: 'Загружен с сайта', hue: 240 },
      { id: 'sure', name: 'Подтверждение заказа', hue: 48 },
      { id: 'supply', name: 'Ожидает поставки', hue: 25 },
      { id: 'ready', name: 'Готов к отгрузке', hue: 100 },
      { id: 'courier', name: 'Передан курьеру', hue: 345 },
      { id: 'completed', name: 'Завершен', hue: 155 },
    ],
  },
]

export const PEOPLE = ['Абдулов Андрей', 'Ведеркин Игорь', 'Николаев Сергей', 'Федорова Алёна'] as const
const CUSTOMERS = [
  'АЛЬФАМАРТ',
  'ДЕНЕЖНИКОВО',
  'Ассоль-Дизайн',
  'Частное лицо',
  'ООО «Северный ветер и партнеры»',
] as const

export const MANY = Array.from({ length: 4000 }, (_, index) => ({
  value: `c${index}`,
  label: `${CUSTOMERS[index % CUSTOMERS.length]} ${index + 1}`,
  hint: String(7_800_000_000 + index * 7919),
}))

export interface SampleOrder {
  readonly id: string
  readonly number: string
  readonly customer: string
  readonly state: number
  readonly person: string
  readonly date: string
  /** Kopecks. */
  readonly total: number
  readonly days: number
}

/** The order at a position of a list that has as many as one likes. */
export function sampleOrder(index: number): SampleOrder {
  const day = 1 + (index % 28)
  return {
    id: `o${index}`,
    number: index % 9 === 7 ? `Ч-7KQ2-${index}` : `ЗН-${String(10_000 - index).padStart(5, '0')}`,
    customer: CUSTOMERS[index % CUSTOMERS.length] ?? '',
    state: (index * 5) % STATES.length,
    person: PEOPLE[index % PEOPLE.length] ?? '',
    date: `2026-09-${String(day).padStart(2, '0')}`,
    total: 150_000 + ((index * 7_919_993) % 21_000_000),
    days: (index * 3) % 16,
  }
}
