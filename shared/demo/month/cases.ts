import { COMPLETED } from '../../orders/completed.ts'
import type { DemoMove, DemoOrder } from '../order.ts'
import type { Calendar } from './calendar.ts'
import { linesFor } from './lines.ts'
import type { Chance } from './random.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

type Case = Pick<DemoOrder, 'kind' | 'customer' | 'manager' | 'department' | 'details'> & {
  readonly key: string
  /** How many days ago the order was made. */
  readonly days: number
  /** Its moves, timed from the moment it was made. */
  readonly moves: (start: number) => readonly DemoMove[]
}

/** Orders that happened otherwise than most: reopened, parted, undone, gone back, skipped ahead, standing too long. */
const CASES: readonly Case[] = [
  {
    ...{ key: 'reopened', days: 22, kind: 'shop', customer: 'Гусев Павел', manager: 'sokolova', department: 'online' },
    moves: (start) => [
      { state: 'site', at: start, author: 'sokolova' },
      { state: 'confirm', at: start + 2 * HOUR, author: 'sokolova' },
      { state: 'courier', at: start + 30 * HOUR, author: 'sokolova' },
      { state: COMPLETED, completion: 'success', at: start + 50 * HOUR, author: 'sokolova' },
      { state: 'supply', at: start + 98 * HOUR, author: 'sedova', comment: 'Стул пришел с трещиной, ждем замену' },
    ],
  },
  {
    ...{
      key: 'parted',
      days: 9,
      kind: 'kitchens',
      customer: 'Данилова Анна',
      manager: 'abdulov',
      department: 'nevsky',
    },
    moves: (start) => [
      { state: 'measure', at: start, author: 'abdulov' },
      { state: 'design', at: start + 20 * HOUR, author: 'abdulov' },
      { state: 'offer', at: start + 75 * HOUR, author: 'abdulov' },
      { state: 'production', at: start + 120 * HOUR, author: 'lebedev', follows: [2] },
      {
        state: 'design',
        at: start + 121 * HOUR,
        author: 'abdulov',
        follows: [2],
        comment: 'Клиент просит другой фасад',
      },
    ],
  },
  {
    ...{
      key: 'undone',
      days: 6,
      kind: 'kitchens',
      customer: 'Ершов Сергей',
      manager: 'vederkin',
      department: 'leninsky',
    },
    moves: (start) => [
      { state: 'measure', at: start, author: 'vederkin' },
      { state: 'design', at: start + 24 * HOUR, author: 'vederkin' },
      { state: 'production', at: start + 70 * HOUR, author: 'vederkin' },
      { state: 'design', at: start + 70 * HOUR + MINUTE, author: 'vederkin', undoes: 2 },
      { state: 'offer', at: start + 70 * HOUR + 3 * MINUTE, author: 'vederkin' },
    ],
  },
  {
    ...{
      key: 'back',
      days: 14,
      kind: 'kitchens',
      customer: 'Северный дом',
      manager: 'nikolaev',
      department: 'leninsky',
    },
    moves: (start) => [
      { state: 'measure', at: start, author: 'nikolaev' },
      { state: 'design', at: start + 30 * HOUR, author: 'nikolaev' },
      { state: 'offer', at: start + 90 * HOUR, author: 'nikolaev' },
      { state: 'design', at: start + 140 * HOUR, author: 'nikolaev', comment: 'Переделать под новый размер ниши' },
      { state: 'offer', at: start + 210 * HOUR, author: 'nikolaev' },
    ],
  },
  {
    ...{
      key: 'won-back',
      days: 18,
      kind: 'kitchens',
      customer: 'Кафе «Причал»',
      manager: 'lebedev',
      department: 'nevsky',
    },
    moves: (start) => [
      { state: 'measure', at: start, author: 'lebedev' },
      { state: 'offer', at: start + 60 * HOUR, author: 'lebedev' },
      { state: COMPLETED, completion: 'cancelled', reason: 'price', at: start + 100 * HOUR, author: 'lebedev' },
      { state: 'offer', at: start + 190 * HOUR, author: 'gromova', comment: 'Согласились на рассрочку' },
      { state: 'production', at: start + 220 * HOUR, author: 'gromova' },
    ],
  },
  {
    ...{
      key: 'forgotten',
      days: 33,
      kind: 'kitchens',
      customer: 'Гостиница «Маяк»',
      manager: 'nikolaev',
      department: 'leninsky',
    },
    details: { note: 'Двенадцать номеров, ждут решения владельца' },
    moves: (start) => [
      { state: 'measure', at: start, author: 'nikolaev' },
      { state: 'design', at: start + 40 * HOUR, author: 'nikolaev' },
    ],
  },
]

/** The particular orders, laid over the calendar. */
export function caseOrders(calendar: Calendar, chance: Chance): DemoOrder[] {
  return CASES.map(({ key, days, moves, ...order }) => {
    const idTime = calendar.dayAgo(days)
    const date = calendar.moment(days, chance)
    const lines = linesFor(order.kind, chance)
    return { ...order, key: `case-${calendar.seed}-${key}`, idTime, date, posted: true, lines, moves: moves(date) }
  })
}
