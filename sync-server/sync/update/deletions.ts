import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import type { Chains } from './chains.ts'

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

/**
 * A value that an update deletes without bringing a new one for its key; null where there is none. `ends`: by client
 * the clock up to which the update reaches. Failure update-gap where it deletes what neither it nor the document has.
 */
export function findDeletion(
  doc: Y.Doc,
  deletions: Deletions,
  ends: ReadonlyMap<number, number>,
  chains: Chains,
): Y.ID | null {
  for (const [client, ranges] of deletions.clients) {
    const known = Y.getState(doc.store, client)
    const end = Math.max(known, ends.get(client) ?? 0)
    for (const { clock, len } of ranges) {
      if (clock + len > end) throw new Failure('update-gap', { client, clock, known: end })
      const found = clock < known ? findIn(doc.store.clients.get(client) ?? [], clock, clock + len, chains) : null
      if (found) return found
    }
  }
  return null
}

function findIn(structs: (Y.Item | Y.GC)[], from: number, to: number, chains: Chains): Y.ID | null {
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= to) return null
    if (!struct.deleted && !(struct instanceof Y.Item && chains.writes(struct))) return struct.id
  }
  return null
}
