import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import type { Collection } from '../../../shared/records/collection.ts'
import type { Written } from '../../../shared/records/transaction.ts'

/** What commands' arguments may hold of ids; which of these a command has depends on the command. */
interface Args {
  readonly collection?: CollectionName
  readonly id?: string
  readonly ids?: readonly string[]
  readonly act?: readonly Written[]
}

/**
 * The documents that a command is about, so that they are open before it runs. Orders are the one collection that lies
 * in many documents: a command that names no collection and ids that name a quarter is about them.
 */
export function touched(args: Args, nameFor: (collection: Collection, id: string) => string): string[] {
  const ids = [...(args.id === undefined ? [] : [args.id]), ...(args.ids ?? [])]
  const collection = COLLECTIONS[args.collection ?? 'orders']
  return [...ids.map((id) => nameFor(collection, id)), ...(args.act ?? []).map((written) => written.document)]
}
