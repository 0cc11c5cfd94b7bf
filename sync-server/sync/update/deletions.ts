import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import type { Chains } from './chains.ts'

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

/**
 * Checks that an update deletes no value without a new one for the same key, and none that is unknown. `ends`: by
 * client the clock up to which document and update reach. Failures: update-deletes, update-gap.
 */
export function checkDeletions(
  doc: Y.Doc,
  deletions: Deletions,
  ends: ReadonlyMap<number, number>,
  chains: Chains,
): void {
  for (const [client, ranges] of deletions.clients) {
    const known = Y.getState(doc.store, client)
    const end = Math.max(known, ends.get(client) ?? 0)
    for (const { clock, len } of ranges) {
      if (clock + len > end) throw new Failure('update-gap', { client, clock, known: end })
      if (clock < known) checkRange(doc.store.clients.get(client) ?? [], clock, Math.min(clock + len, known), chains)
    }
  }
}

function checkRange(structs: (Y.Item | Y.GC)[], from: number, to: number, chains: Chains): void {
  // Yjs declares the list as its own to change; finding changes nothing.
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= to) return
    if (struct.deleted) continue
    if (!(struct instanceof Y.Item) || !chains.writes(struct)) {
      throw new Failure('update-deletes', { client: struct.id.client, clock: struct.id.clock })
    }
  }
}
