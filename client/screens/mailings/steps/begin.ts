import type { Mailing } from '../../../../shared/mailings/collections.ts'
import { readerId } from '../../../../shared/mailings/reader-id.ts'
import { useData } from '../../../data/page/solid.tsx'
import { createBecauseWords } from '../../../records/segments/because.ts'
import { readersOf } from '../readers-of.ts'

/** So many readers are written in one act: what one update holds is bounded. */
const PART = 500

/** Freezes whom a mailing goes to, and begins it; `tell` hears how many are written of how many. */
export function createBegin() {
  const data = useData()
  const inWords = createBecauseWords()
  return async ({ id, segment, way, wantsConsent }: Mailing, tell: (done: number, total: number) => void) => {
    if (segment === null) return
    const query = { segment, way: way ?? 'letter', wantsConsent: wantsConsent ?? false } as const
    const { readers } = await data.once({ what: 'mailingAudience', ...query })
    const wanted = new Set(readers.map(({ to }) => readerId(id, to)))
    // Of a start that was broken off somebody may be there who is in the segment no more.
    const left = (await readersOf(data, id)).filter((one) => !wanted.has(one))
    if (left.length > 0) await data.run('dropReaders', { id, readers: left })
    for (let at = 0; at < readers.length; at += PART) {
      const part = readers.slice(at, at + PART).map((one) => ({ ...one, because: inWords(one.because) }))
      await data.run('freezeReaders', { id, readers: part })
      tell(Math.min(at + PART, readers.length), readers.length)
    }
    await data.run('beginMailing', { id, all: readers.length })
  }
}
