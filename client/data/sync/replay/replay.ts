import { type Names, underName } from '../../../../shared/records/packing/bringing.ts'
import { spared } from '../../../../shared/records/packing/cut.ts'
import { holds } from '../../../../shared/records/packing/holding.ts'
import type { LiveDocument } from '../../documents/live-document.ts'
import type { Settled } from '../line/links.ts'
import type { Unsent } from '../outbox/outbox.ts'
import type { Aside, NotAccepted, Unplaced } from './not-accepted.ts'

/** What replaying needs of the session. */
export interface Stage {
  /** Under which this device writes, and wrote. */
  readonly names: Names
  /**
   * Puts the document's unsent writes aside and drops the device's copy for what is fetched anew; null when the line is
   * lost before that is here.
   */
  renew(document: string): Promise<LiveDocument | null>
  /** Resolves when the server has answered what was written to the document. */
  settled(document: string): Promise<Settled>
}

/** So many are tried together; where they are refused, half as many, down to each alone. */
const TOGETHER = 500

/**
 * Makes a refused document sync again (design §5): it is fetched anew, what was put aside is tried in parts, and what the
 * server does not take alone stays in «Не принято» with the reason. Resolves with false where the line was lost in the
 * middle: then it is to be called again, as after a restart, and goes on from there.
 */
export async function replay(name: string, asides: NotAccepted, stage: Stage): Promise<boolean> {
  let document = await stage.renew(name)
  let size = TOGETHER
  for (let part = asides.waiting(name); document && part.length > 0; part = asides.waiting(name)) {
    const tried: readonly Aside[] = part.slice(0, size)
    const answer = await tryTogether(document, tried, stage)
    if (answer === 'lost') return false
    if (answer !== null) document = await stage.renew(name)
    // It was packed once more meanwhile: nothing is said against what was tried, which is tried again upon what there is now.
    if (answer === 'document-packed') continue
    size = answer === null ? Math.min(TOGETHER, 2 * size) : Math.max(1, Math.floor(tried.length / 2))
    if (answer === null || tried.length === 1) conclude(tried, answer, asides, document, stage)
  }
  return document !== null
}

/** Whatever stands in the document was taken, be it by an earlier line; what was tried alone and does not is refused. */
function conclude(
  tried: readonly Aside[],
  answer: Settled,
  asides: NotAccepted,
  document: LiveDocument | null,
  { names }: Stage,
): void {
  for (const write of tried) {
    const own = underName(write, names)
    if (document && holds(document.doc, own)) asides.drop(write.seq)
    // What a person who was erased has left on this device goes as well; that it was not taken is told (shared/erasures/SPEC ER8).
    else if (answer === 'person-erased' || (document && spared(own, document.doc) === null))
      asides.refuseBare(write.seq)
    else if (answer === null) asides.drop(write.seq)
    else if (document && answer !== 'lost') asides.refuse(write.seq, answer)
  }
}

/**
 * A write that the server has already is not written again: the answer was lost, not the write. It may also come to the
 * server by an earlier line while it is tried: then it is refused as parallel, and the document that is fetched has it.
 */
async function tryTogether({ name, doc }: LiveDocument, writes: readonly Aside[], stage: Stage): Promise<Settled> {
  // What was cut out of a record is not brought: it is let go of with the others.
  const own = writes.flatMap((write) => spared(underName(write, stage.names), doc) ?? [])
  const missing = own.filter((write) => !holds(doc, write))
  if (missing.length === 0) return null
  doc.transact(() => {
    for (const { collection, key, text } of missing) doc.getMap(collection).set(key, text)
  }, 'replay')
  return stage.settled(name)
}

/** The texts under the keys of unsent acts, each key once. */
export function unsentTexts({ name, doc }: LiveDocument, unsent: readonly Unsent[]): Unplaced[] {
  const keys = new Map<string, { collection: string; key: string; at: number }>()
  for (const { at, keys: written } of unsent) {
    for (const one of written) keys.set(`${one.collection} ${one.key}`, { ...one, at })
  }
  return [...keys.values()].flatMap(({ collection, key, at }) => {
    const text = doc.getMap(collection).get(key)
    return typeof text === 'string' ? [{ document: name, collection, key, text, at }] : []
  })
}
