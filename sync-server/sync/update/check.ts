import * as Y from 'yjs'
import type { HolderOf } from '../../../shared/discussion/authors.ts'
import { Failure } from '../../../shared/errors.ts'
import { parseKey } from '../../../shared/records/keys/key.ts'
import type { Opened } from '../documents/opened.ts'
import { arrange } from './arrange.ts'
import type { Brought } from './brought.ts'
import { resolveChains } from './chains.ts'
import { checkComments } from './comments.ts'
import { checkCuts, type IsErased } from './cuts.ts'
import { findDeletion } from './deletions.ts'
import { Rules } from './rules.ts'
import { encodeStructs, endOf, type NewStruct } from './structs.ts'

/** Who sends an update. */
export interface Writer {
  readonly user: string
  readonly replica: string
  /** May read the document, but not write it. */
  readonly readOnly: boolean
}

/** What of an update is new and was found good. */
export interface Checked {
  /** The new structs alone: what is journalled and applied. */
  readonly update: Uint8Array
  readonly brought: readonly Brought[]
}

/**
 * Checks an update against an open document, in time of the update's size. Null when it brings nothing new. Throws a
 * Failure: update-undecodable, update-gap, update-odd-key, update-foreign-replica, update-rewrites, update-parallel,
 * update-server-field, update-deletes, role-forbids, comment-of-another, person-erased. `holderOf`: who holds a device, as far as
 * the company knows; `isErased`: whether a customer was erased.
 */
export function checkUpdate(
  open: Opened,
  update: Uint8Array,
  by: Writer,
  holderOf: HolderOf = () => null,
  isErased: IsErased = () => false,
): Checked | null {
  const { structs, ds } = decode(update)
  const fresh = arrange(open.doc, structs)
  if (by.readOnly && fresh.length > 0) throw new Failure('role-forbids')
  checkClients(open.doc, fresh, by.replica)
  const chains = resolveChains(open.doc, fresh)
  const deleted = findDeletion(
    open.doc,
    ds,
    new Map(fresh.map(({ struct }) => [struct.id.client, endOf(struct)])),
    chains,
  )
  if (deleted) throw new Failure(by.readOnly ? 'role-forbids' : 'update-deletes', { ...deleted })
  if (fresh.length === 0) return null
  const brought = new Rules(open, by.replica).check([...chains.all()])
  checkComments(open, brought, by.replica, holderOf)
  checkCuts(open, brought, isErased)
  return { update: encodeStructs(fresh), brought }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update)
  } catch (error) {
    // The decoder throws whatever it stumbles over: errors of its own, RangeError, TypeError.
    throw new Failure('update-undecodable', {}, { cause: error })
  }
}

/** A Yjs client is one replica's: under another's, a writer could take the clocks that the other is about to use. */
function checkClients(doc: Y.Doc, structs: readonly NewStruct[], replica: string): void {
  for (const client of new Set(structs.map(({ struct }) => struct.id.client))) {
    const last = doc.store.clients.get(client)?.at(-1)
    if (last === undefined) continue
    const owner = last instanceof Y.Item && last.parentSub !== null ? parseKey(last.parentSub)?.replica : undefined
    if (owner !== replica) throw new Failure('update-foreign-replica', { client })
  }
}
