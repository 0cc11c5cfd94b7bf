import type { Language } from '../accounts/api.ts'
import type { Sort } from '../orders/collections.ts'

/** What a new company begins with, so that its first order can be taken at once. Ids are plain: twice is once. */
export interface Starter {
  readonly states: readonly StarterState[]
  readonly kinds: readonly StarterKind[]
  readonly reasons: readonly StarterReason[]
}

interface StarterState {
  readonly id: string
  readonly name: string
  readonly hue: number
}

interface StarterKind {
  readonly id: string
  readonly name: string
  readonly sort: Sort
  /** Ids of its states in order; «Завершен» follows by itself. */
  readonly states: readonly string[]
}

interface StarterReason {
  readonly id: string
  readonly name: string
  readonly hue: number
  /** Asks for a text. */
  readonly other?: true
}

/** The words of a starter set, by the same ids in each language. */
type Words = { readonly [id in keyof typeof HUES | 'sale' | 'job']: string }

/** Hues in degrees: a kind goes from blue over amber to green; reasons stand far enough apart for the funnel. */
const HUES = {
  new: 220,
  talks: 265,
  payment: 45,
  supply: 25,
  delivery: 150,
  request: 220,
  estimate: 265,
  working: 45,
  done: 150,
  price: 0,
  competitor: 30,
  silent: 210,
  term: 280,
  unneeded: 100,
  other: 330,
} as const

const CUSTOMER_STATES = ['new', 'talks', 'payment', 'supply', 'delivery'] as const
const WORK_STATES = ['request', 'estimate', 'working', 'done'] as const
const REASONS = ['price', 'competitor', 'silent', 'term', 'unneeded', 'other'] as const

const RU: Words = {
  sale: 'Продажа',
  job: 'Работа',
  new: 'Новый',
  talks: 'Согласование',
  payment: 'Ожидает оплаты',
  supply: 'Ожидает поставки',
  delivery: 'Готов к отгрузке',
  request: 'Заявка',
  estimate: 'Смета',
  working: 'В работе',
  done: 'Выполнен',
  price: 'Не устроила цена',
  competitor: 'Заказали в другом месте',
  silent: 'Не удалось связаться',
  term: 'Не устроил срок',
  unneeded: 'Больше не нужно',
  other: 'Другое',
}

const EN: Words = {
  sale: 'Sale',
  job: 'Job',
  new: 'New',
  talks: 'In talks',
  payment: 'Waiting for payment',
  supply: 'Waiting for supply',
  delivery: 'Ready to ship',
  request: 'Request',
  estimate: 'Estimate',
  working: 'In work',
  done: 'Done',
  price: 'Price too high',
  competitor: 'Ordered elsewhere',
  silent: 'Could not be reached',
  term: 'Term too long',
  unneeded: 'No longer needed',
  other: 'Other',
}

/** The starter set in each language. */
export const STARTERS: { readonly [language in Language]: Starter } = { ru: starter(RU), en: starter(EN) }

function starter(words: Words): Starter {
  return {
    states: [...CUSTOMER_STATES, ...WORK_STATES].map((id) => ({ id, name: words[id], hue: HUES[id] })),
    kinds: [
      { id: 'sale', name: words.sale, sort: 'customer', states: CUSTOMER_STATES },
      { id: 'job', name: words.job, sort: 'work', states: WORK_STATES },
    ],
    reasons: REASONS.map((id) => ({
      id,
      name: words[id],
      hue: HUES[id],
      ...(id === 'other' && { other: true as const }),
    })),
  }
}
