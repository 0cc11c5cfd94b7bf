import type { StatementPayment } from '../../../../shared/bank/take-statement.ts'
import type { ReadRecord } from '../../../../shared/calendar/ical/reading/read.ts'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { ABOUT, type CommandName, type RecordOf } from '../../../../shared/commands.ts'
import type { ImportPart } from '../../../../shared/importing/import-records.ts'
import type { Change } from '../../../../shared/lists/change-records.ts'
import type { ConsentToTake } from '../../../../shared/mailings/importing/taken-consents.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import type { Written } from '../../../../shared/records/writing/transaction.ts'
import type { RingAnswer } from '../../../../shared/reminders/answer-rings.ts'

/** What commands' arguments may hold of ids; which of these a command has depends on the command. */
interface Args {
  readonly collection?: CollectionName
  readonly id?: string
  readonly ids?: readonly string[]
  /** A change of many that is written in a segment. */
  readonly change?: Change
  /** Cards that are put behind another one. */
  readonly between?: { readonly tied: readonly string[] }
  readonly records?: readonly RecordOf[]
  readonly act?: readonly Written[]
  /** Parts of an import open what they come upon: they are read when they are written. */
  readonly imported?: readonly ImportPart[]
  /** Each in its person's own document. */
  readonly heard?: RingAnswer['heard']
  /** Records of a calendar file: they are opened as they are come upon. */
  readonly invited?: readonly ReadRecord[]
  /** All consents stand in one document, which is always open. */
  readonly consents?: readonly ConsentToTake[]
  /** Each in its order. */
  readonly payments?: readonly StatementPayment[]
}

/** The documents that a command is about, so that they are open before it runs. */
export function touched(
  name: CommandName,
  args: Args,
  nameFor: (collection: Collection, id: string) => string,
): string[] {
  const collection = args.collection ?? ABOUT[name]
  const ids = [...(args.id === undefined ? [] : [args.id]), ...(args.ids ?? []), ...(args.between?.tied ?? [])]
  const named = collection === undefined ? [] : ids.map((id) => nameFor(COLLECTIONS[collection], id))
  const listed = (args.records ?? []).map((one) => nameFor(COLLECTIONS[one.collection], one.id))
  const heard = (args.heard ?? []).map(({ id }) => nameFor(COLLECTIONS.rings, id))
  const paid = (args.payments ?? []).map(({ order }) => nameFor(COLLECTIONS.orders, order))
  const { change } = args
  const put = change && 'segment' in change ? [nameFor(COLLECTIONS.segments, change.segment)] : []
  return [
    ...new Set([
      ...named,
      ...put,
      ...listed,
      ...heard,
      ...paid,
      ...(args.act ?? []).map((written) => written.document),
    ]),
  ]
}
