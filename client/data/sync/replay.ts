import type { FailureCode } from '../../../shared/errors.ts'
import type { LiveDocument } from '../documents/live-document.ts'
import type { Aside, NotAccepted } from './not-accepted.ts'
import type { Unsent } from './outbox.ts'

/** What replaying needs of the session. */
export interface Stage {
  /** Puts the document's unsent writes aside, drops the device's copy and fetches it anew; resolves when it is synced. */
  renew(document: string): Promise<LiveDocument>
  /** Resolves with null when the server has saved what was written to the document, else with its refusal. */
  settled(document: string): Promise<FailureCode | null>
}

/**
 * Makes a refused document sync again (design §5): it is fetched anew, each write put aside is tried alone, and what the
 * server does not take stays in «Не принято» with the reason. After a restart in the middle it goes on from there.
 */
export async function replay(name: string, asides: NotAccepted, stage: Stage): Promise<void> {
  let document = await stage.renew(name)
  for (let write = asides.waiting(name)[0]; write; write = asides.waiting(name)[0]) {
    const code = await tryAlone(document, write, stage)
    if (code === null) await asides.drop(write.seq)
    else {
      await asides.refuse(write.seq, code)
      document = await stage.renew(name)
    }
  }
}

/** A write that the server has already is not written again: the answer was lost, not the write. */
async function tryAlone({ name, doc }: LiveDocument, write: Aside, stage: Stage): Promise<FailureCode | null> {
  const map = doc.getMap(write.collection)
  if (map.get(write.key) === write.text) return null
  doc.transact(() => map.set(write.key, write.text), 'replay')
  return stage.settled(name)
}

/** The texts under the keys of unsent acts, each key once. */
export function unsentTexts({ name, doc }: LiveDocument, unsent: readonly Unsent[]): Omit<Aside, 'seq' | 'code'>[] {
  const keys = new Map(unsent.flatMap((row) => row.keys).map((one) => [`${one.collection} ${one.key}`, one]))
  return [...keys.values()].flatMap(({ collection, key }) => {
    const text = doc.getMap(collection).get(key)
    return typeof text === 'string' ? [{ document: name, collection, key, text }] : []
  })
}
