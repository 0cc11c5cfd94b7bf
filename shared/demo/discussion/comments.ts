import { formatPerson } from '../../discussion/text/parts.ts'
import { COMMON } from '../../documents/families.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { DemoCommand } from '../command.ts'
import { Calendar } from '../month/calendar.ts'
import type { DemoWords } from '../process.ts'
import type { WorkerId } from '../staff.ts'

const HOUR = 3_600_000

interface DemoComment {
  readonly key: keyof DemoWords['said']
  readonly by: WorkerId
  /** Working days before today, and the hour. */
  readonly ago: number
  readonly hour: number
  /** About one of the latest orders, counted from the newest. */
  readonly order: number
  /** Who is named at its beginning. */
  readonly to?: WorkerId
  readonly answers?: keyof DemoWords['said']
}

/** What the staff said to each other of the latest orders. */
const COMMENTS: readonly DemoComment[] = [
  { key: 'wall', by: 'lebedev', ago: 3, hour: 11, order: 2 },
  { key: 'wallAnswer', by: 'abdulov', ago: 3, hour: 12, order: 2, answers: 'wall' },
  { key: 'colour', by: 'abdulov', ago: 2, hour: 10, order: 3, to: 'sedova' },
  { key: 'colourAnswer', by: 'sedova', ago: 2, hour: 11, order: 3, to: 'abdulov', answers: 'colour' },
  { key: 'lift', by: 'vederkin', ago: 1, hour: 9, order: 4 },
  { key: 'stone', by: 'kuzmin', ago: 1, hour: 15, order: 7, to: 'sedova' },
  { key: 'prepaid', by: 'gromova', ago: 1, hour: 17, order: 1, to: 'abdulov' },
]

/** The discussions of the demo company; `orders` are the commands that make its orders. The same day gives the same ids. */
export function commentCommands(now: number, words: DemoWords, orders: readonly DemoCommand[]): DemoCommand[] {
  const calendar = new Calendar(now)
  const latest = orders.flatMap(({ command, args }) =>
    command === 'createRecord' && args.collection === 'orders' ? [args.id] : [],
  )
  const placed = COMMENTS.map((one) => {
    const at = calendar.dayAgo(one.ago) + one.hour * HOUR
    return { ...one, at, id: derivedId(COMMON, at, 'demo', `comments\u0000${one.key}`) }
  })
  return placed.map(({ key, by, to, at, id, order, answers }) => {
    const answered = placed.find((one) => one.key === answers)?.id
    const text = `${to ? `${formatPerson(to)}, ` : ''}${words.said[key]}`
    const args = { id, about: `orders/${latest.at(-order) ?? ''}`, text, author: by }
    return {
      command: 'addComment',
      args: { ...args, ...(answered !== undefined && { answers: answered }) },
      person: by,
      at,
    }
  })
}
