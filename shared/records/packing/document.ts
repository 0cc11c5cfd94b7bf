import type * as Y from 'yjs'
import { idInKey } from '../keys/key.ts'
import { gather, type Writes } from '../reading/merge.ts'
import { writtenApart } from '../reading/overwritten.ts'
import { Values } from '../reading/values.ts'
import { CUTS, type Cut, cutOf, cutWrites, joined } from './cut.ts'
import { GENERATION, markGeneration } from './generation.ts'
import { packRecord } from './pack.ts'

type Texts = readonly (readonly [key: string, text: unknown])[]

/**
 * Writes all that stands in a document into another, empty one, each record packed into one text (SPEC R18): its next
 * generation, of that name. Keys of another form go over as they are (R3). RangeError where a record would read
 * otherwise afterwards, by a fault of `pack`: then nothing may be thrown away.
 */
export function packDocument(from: Y.Doc, into: Y.Doc, generation: string, pack = packRecord): void {
  writeDocument(from, into, generation, new Map(), pack)
}

/** As `packDocument`, without what is cut out of records, by `<collection>/<id>`: that is in the next generation nowhere. */
export function cutDocument(from: Y.Doc, into: Y.Doc, generation: string, cuts: ReadonlyMap<string, Cut>): void {
  writeDocument(from, into, generation, cuts, packRecord)
}

function writeDocument(
  from: Y.Doc,
  into: Y.Doc,
  generation: string,
  cuts: ReadonlyMap<string, Cut>,
  pack: typeof packRecord,
): void {
  const all = new Map(cuts)
  for (const [record, text] of from.getMap(CUTS).entries()) {
    const [collection = '', id = ''] = record.split('/')
    const [before, now] = [cutOf(from, collection, id), cuts.get(record)]
    if (before) all.set(record, now ? joined(before, now) : before)
    else into.getMap(CUTS).set(record, text)
  }
  into.transact(() => {
    markGeneration(into, generation)
    for (const [record, cut] of all) into.getMap(CUTS).set(record, JSON.stringify(cut))
    const collections = [...from.share.keys()].filter((name) => name !== GENERATION && name !== CUTS)
    for (const name of collections)
      packCollection(from.getMap(name), into.getMap(name), (id) => cuts.get(`${name}/${id}`), pack)
  })
}

function packCollection(
  from: Y.Map<unknown>,
  into: Y.Map<unknown>,
  cutFor: (id: string) => Cut | undefined,
  pack: typeof packRecord,
): void {
  for (const [id, texts] of recordsIn(from)) {
    const [whole, cut] = [gather(texts), cutFor(id)]
    const writes = cut ? cutWrites(whole, cut) : whole
    for (const [key, text] of packed(id, writes, pack)) into.set(key, text)
    for (const key of writes.odd) into.set(key, from.get(key))
  }
}

function packed(id: string, writes: Writes, pack: typeof packRecord): Texts {
  if (!writes.creation && writes.byPath.size === 0) return []
  const texts = [[id, pack(writes)] as const]
  if (readIn(gather(texts)) !== readIn(writes)) throw new RangeError(`Packed, the record ${id} reads otherwise`)
  return texts
}

/** What can be read of a record and decided about it, before declarations give it a shape. */
function readIn(writes: Writes): string {
  const { fields, lists } = new Values(writes)
  const entries = [...lists].map(([list, all]) => [
    list,
    sorted([...all].map(([id, one]) => [id, one.whole, sorted(one.fields)])),
  ])
  // Not by its text: another program may have written the same values in other letters.
  const made = writes.creation && [writes.creation.stamp, writes.creation.version, writes.creation.values]
  return JSON.stringify([made, sorted(fields), sorted(entries), writtenApart(writes)])
}

/** Named things, whatever the order in which they came. */
function sorted(named: Iterable<readonly unknown[]>): (readonly unknown[])[] {
  return [...named].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}

function recordsIn(map: Y.Map<unknown>): Map<string, (readonly [key: string, text: unknown])[]> {
  const byId = new Map<string, (readonly [key: string, text: unknown])[]>()
  for (const entry of map.entries()) {
    const id = idInKey(entry[0])
    const texts = byId.get(id)
    if (texts) texts.push(entry)
    else byId.set(id, [entry])
  }
  return byId
}
