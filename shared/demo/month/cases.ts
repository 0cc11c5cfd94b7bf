import { COMPLETED } from '../../orders/moves/completed.ts'
import type { DemoMove, DemoOrder } from '../demo-order.ts'
import type { DemoWords } from '../process.ts'
import type { Calendar } from './calendar.ts'
import { linesFor } from './lines.ts'
import type { Chance } from './random.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

type Case = Pick<DemoOrder, 'kind' | 'customer' | 'manager' | 'department'> & {
  readonly note?: CommentId
  readonly key: string
  /** How many days ago the order was made. */
  readonly days: number
  /** Its moves, timed from the moment it was made. */
  readonly moves: (start: number) => readonly CaseMove[]
}
type CommentId = keyof DemoWords['comments']
type CaseMove = Omit<DemoMove, 'comment'> & { readonly comment?: CommentId }

/** Orders that happened otherwise than most: reopened, parted, undone, gone back, skipped ahead, standing too long. */
const CASES: readonly Case[] = [
  {
    ...{ key: 'reopened', days: 22, kind: 'shop', customer: 'gusev', manager: 'sokolova', department: 'online' },
    moves: (start) => [
      { state: 'site', at: start, author: 'sokolova' },
      { state: 'confirm', at: start + 2 * HOUR, author: 'sokolova' },
      { state: 'courier', at: start + 30 * HOUR, author: 'sokolova' },
      { state: COMPLETED, completion: 'success', at: start + 50 * HOUR, author: 'sokolova' },
      { state: 'supply', at: start + 98 * HOUR, author: 'sedova', comment: 'cracked' },
    ],
  },
  {
    ...{
      key: 'parted',
      days: 9,
      kind: 'kitchens',
      customer: 'danilova',
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
        comment: 'facade',
      },
    ],
  },
  {
    ...{
      key: 'undone',
      days: 6,
      kind: 'kitchens',
      customer: 'ershov',
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
      customer: 'northHouse',
      manager: 'nikolaev',
      department: 'leninsky',
    },
    moves: (start) => [
      { state: 'measure', at: start, author: 'nikolaev' },
      { state: 'design', at: start + 30 * HOUR, author: 'nikolaev' },
      { state: 'offer', at: start + 90 * HOUR, author: 'nikolaev' },
      { state: 'design', at: start + 140 * HOUR, author: 'nikolaev', comment: 'niche' },
      { state: 'offer', at: start + 210 * HOUR, author: 'nikolaev' },
    ],
  },
  {
    ...{
      key: 'won-back',
      days: 18,
      kind: 'kitchens',
      customer: 'pier',
      manager: 'lebedev',
      department: 'nevsky',
    },
    moves: (start) => [
      { state: 'measure', at: start, author: 'lebedev' },
      { state: 'offer', at: start + 60 * HOUR, author: 'lebedev' },
      { state: COMPLETED, completion: 'cancelled', reason: 'price', at: start + 100 * HOUR, author: 'lebedev' },
      { state: 'offer', at: start + 190 * HOUR, author: 'gromova', comment: 'instalments' },
      { state: 'production', at: start + 220 * HOUR, author: 'gromova' },
    ],
  },
  {
    ...{
      key: 'forgotten',
      days: 33,
      kind: 'kitchens',
      customer: 'lighthouse',
      manager: 'nikolaev',
      department: 'leninsky',
    },
    note: 'rooms',
    moves: (start) => [
      { state: 'measure', at: start, author: 'nikolaev' },
      { state: 'design', at: start + 40 * HOUR, author: 'nikolaev' },
    ],
  },
]

/** The particular orders, laid over the calendar. */
export function caseOrders(calendar: Calendar, chance: Chance, { comments }: DemoWords): DemoOrder[] {
  return CASES.map(({ key, days, moves, note, ...order }) => {
    const idTime = calendar.dayAgo(days)
    const date = calendar.moment(days, chance)
    const lines = linesFor(order.kind, chance)
    const told = moves(date).map(({ comment, ...move }) => ({
      ...move,
      ...(comment && { comment: comments[comment] }),
    }))
    const details = note ? { note: comments[note] } : {}
    return { ...order, key: `case-${calendar.seed}-${key}`, idTime, date, posted: true, details, lines, moves: told }
  })
}
