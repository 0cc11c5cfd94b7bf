import { COMMON } from '../../documents/families.ts'
import type { files } from '../../files/collections.ts'
import type { Draft } from '../../records/declarations/collection.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { DemoCommand } from '../command.ts'
import type { ClientId } from '../customers/clients.ts'
import { Calendar } from '../month/calendar.ts'
import { clientRecord } from '../order.ts'
import type { DemoWords } from '../process.ts'
import type { WorkerId } from '../staff.ts'

const HOUR = 3_600_000

/** What the files of the demo company are: a picture of a kitchen, and its plan as a PDF. */
export type DemoSort = 'picture' | 'plan'

/** What the record of a file tells of its bytes. */
export type MadeFile = Pick<Draft<typeof files>, 'size' | 'type' | 'hash' | 'preview' | 'width' | 'height'>

interface DemoFile {
  readonly key: keyof DemoWords['files']
  readonly sort: DemoSort
  readonly by: WorkerId
  /** Days before today, and the hour. */
  readonly ago: number
  readonly hour: number
  /** One of the latest orders, counted from the newest; or a customer. */
  readonly about: number | ClientId
}

const FILES: readonly DemoFile[] = [
  { key: 'measure', sort: 'picture', by: 'lebedev', ago: 3, hour: 10, about: 2 },
  { key: 'plan', sort: 'plan', by: 'abdulov', ago: 3, hour: 13, about: 2 },
  { key: 'fronts', sort: 'picture', by: 'abdulov', ago: 2, hour: 10, about: 3 },
  { key: 'offer', sort: 'plan', by: 'nikolaev', ago: 5, hour: 15, about: 'lighthouse' },
]

/** The records of the demo company's files; `orders` are the commands that make its orders. The same day gives the same ids. */
export function fileCommands(
  now: number,
  words: DemoWords,
  orders: readonly DemoCommand[],
  made: Readonly<Record<DemoSort, MadeFile>>,
): (DemoCommand & { readonly command: 'addFile' })[] {
  const calendar = new Calendar(now)
  const latest = orders.flatMap(({ command, args }) =>
    command === 'createRecord' && args.collection === 'orders' ? [args.id] : [],
  )
  return FILES.map(({ key, sort, by, ago, hour, about }) => {
    const at = calendar.dayAgo(ago) + hour * HOUR
    const id = derivedId(COMMON, at, 'demo', `files\u0000${key}`)
    const record = typeof about === 'number' ? `orders/${latest.at(-about) ?? ''}` : `customers/${clientRecord(about)}`
    const values = { ...made[sort], about: record, name: words.files[key] }
    return { command: 'addFile', args: { id, values }, person: by, at }
  })
}
