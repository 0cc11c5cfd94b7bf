import * as v from 'valibot'
import { type CollectionName, collectionNamed } from '../collections.ts'
import { documentOf } from '../documents/documents.ts'
import { FAMILIES, type Family } from '../documents/families.ts'
import { own } from '../records/declarations/collection.ts'
import { isId, isPath } from '../records/keys/key.ts'

/** Where somebody is: a record that he looks at, and the path in it that he edits. */
export interface Look {
  readonly collection: CollectionName
  readonly id: string
  /** Null while he only looks. */
  readonly path: string | null
}

/** A device that is online, as the others see it. Whose it is and what it is called stands in `people` and `devices`. */
export interface Present {
  /** The account, as the server knows it from the connection. */
  readonly user: string
  readonly replica: string
  /** What stands on its screens: a look for each tab that shows a record. */
  readonly looks: readonly Look[]
}

/** Whose words they are, as the connection was let in. */
export type Speaker = Pick<Present, 'user' | 'replica'>

/** So many tabs of a device are told of. */
export const MOST_LOOKS = 12

const look = v.object({
  collection: v.custom<CollectionName>((name) => typeof name === 'string' && isShared(name)),
  id: v.pipe(v.string(), v.check(isId)),
  path: v.nullable(v.pipe(v.string(), v.check(isPath))),
})
const words = v.object({ looks: v.pipe(v.array(look), v.maxLength(MOST_LOOKS)) })
const present = v.object({ user: v.string(), replica: v.string(), ...words.entries })

/**
 * The one document in which presence is told: everybody reads it and nobody but the server writes it, so every device
 * has it attached all the time, and no refusal ever closes it.
 */
export function presenceDocument(company: string): string {
  return documentOf(company, 'shelves', '')
}

/** A device's words about itself under the name of who speaks; what has no place in them is left out. Null: no words. */
export function stamped(said: unknown, { user, replica }: Speaker): Present | null {
  const { success, output } = v.safeParse(words, said)
  return success ? { user, replica, looks: output.looks } : null
}

/** The devices that are online besides `replica`, each once, by user, then by replica. */
export function othersOf(states: Iterable<unknown>, replica: string): Present[] {
  const byReplica = new Map<string, Present>()
  for (const state of states) {
    const { success, output } = v.safeParse(present, state)
    if (success && output.replica !== replica) byReplica.set(output.replica, output)
  }
  return [...byReplica.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

/** Records that belong to one person alone are nobody's else business. */
function isShared(collection: string): boolean {
  const family: Family | undefined = own(FAMILIES, collectionNamed(collection)?.family ?? '')
  return family !== undefined && family.personal !== true
}

function orderOf({ user, replica }: Speaker): string {
  return `${user} ${replica}`
}
