import { holds } from '../../../shared/records/packing/holding.ts'
import type { LiveDocument } from '../documents/live-document.ts'
import type { Settled } from './links.ts'
import type { Aside, NotAccepted, Unplaced } from './not-accepted.ts'
import type { Unsent } from './outbox.ts'

/** What replaying needs of the session. */
export interface Stage {
  /**
   * Puts the document's unsent writes aside and drops the device's copy for what is fetched anew; null when the line is
   * lost before that is here.
   */
  renew(document: string): Promise<LiveDocument | null>
  /** Resolves when the server has answered what was written to the document. */
  settled(document: string): Promise<Settled>
}

/**
 * Makes a refused document sync again (design §5): it is fetched anew, each write put aside is tried alone, and what the
 * server does not take stays in «Не принято» with the reason. Resolves with false where the line was lost in the middle:
 * then it is to be called again, as after a restart, and goes on from there.
 */
export async function replay(name: string, asides: NotAccepted, stage: Stage): Promise<boolean> {
  let document = await stage.renew(name)
  for (let write = asides.waiting(name)[0]; document && write; write = asides.waiting(name)[0]) {
    const answer = await tryAlone(document, write, stage)
    if (answer === 'lost') return false
    if (answer !== null) document = await stage.renew(name)
    // It was packed once more meanwhile: nothing is said against the write, which is tried again upon what there is now.
    if (answer === 'document-packed') continue
    if (answer === null || (document && holds(document.doc, write))) asides.drop(write.seq)
    else if (document) asides.refuse(write.seq, answer)
  }
  return document !== null
}

/**
 * A write that the server has already is not written again: the answer was lost, not the write. It may also come to the
 * server by an earlier line while it is tried: then it is refused as parallel, and the document that is fetched has it.
 */
async function tryAlone(document: LiveDocument, write: Aside, stage: Stage): Promise<Settled> {
  if (holds(document.doc, write)) return null
  document.doc.transact(() => document.doc.getMap(write.collection).set(write.key, write.text), 'replay')
  return stage.settled(document.name)
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
