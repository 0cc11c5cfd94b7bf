import * as Y from 'yjs'
import { parseJson } from '../../../shared/records/declarations/value.ts'
import type { Clock } from '../../../shared/records/keys/stamp.ts'
import { type Cut, cutOf, cutValue, joined } from '../../../shared/records/packing/cut.ts'
import { cutDocument } from '../../../shared/records/packing/document.ts'
import type { AuditRow, Retelling, Storage } from '../../storage/storage.ts'
import type { Journal } from '../journal/journal.ts'
import { loaded } from './compact.ts'

/** Cuts out of records of one document, by `<collection>/<id>`. */
export type Cuts = ReadonlyMap<string, Cut>

interface Ground {
  readonly storage: Storage
  readonly journal: Journal
  readonly clock: Clock
  readonly renewed: (document: string) => void
}

/**
 * Puts in a document's place its next generation, in which nothing is left of what is cut out of its records, and tells the audit
 * trail anew (shared/erasures/SPEC.md); gives how many lines of the trail that changed. Nothing is done where all of it was cut
 * before. Failure document-damaged; RangeError as of `packed`.
 */
export async function cutStored(
  document: string,
  cuts: Cuts,
  { storage, journal, clock, renewed }: Ground,
): Promise<number> {
  for (;;) {
    const changed = await journal.between(async () => {
      const stored = await storage.load(document)
      const doc = loaded(stored)
      if (isCut(doc, cuts)) return 0
      const [generation, next] = [clock.tick(), new Y.Doc()]
      cutDocument(doc, next, generation, cuts)
      const state = Y.encodeStateAsUpdate(next)
      const lines = await storage.erase(document, stored, { generation, state }, retellingOf(cuts))
      if (lines !== null) renewed(document)
      return lines
    })
    // Another process wrote meanwhile: what it wrote is cut, too.
    if (changed !== null) return changed
  }
}

function isCut(doc: Y.Doc, cuts: Cuts): boolean {
  return [...cuts].every(([record, cut]) => {
    const [collection = '', id = ''] = record.split('/')
    const known = cutOf(doc, collection, id)
    return known !== null && JSON.stringify(joined(known, cut)) === JSON.stringify(known)
  })
}

function retellingOf(cuts: Cuts): Retelling {
  const records = [...cuts.keys()].map((one) => {
    const [collection = '', record = ''] = one.split('/')
    return { collection, record }
  })
  return { records, retell: (row) => retold(row, cuts.get(`${row.collection}/${row.record}`)) }
}

function retold({ path, value }: AuditRow, cut: Cut | undefined): string {
  const read = parseJson(value)
  if (!cut || read === undefined) return value
  const left = cutValue(path, read, cut)
  return left === read ? value : JSON.stringify(left)
}
