import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type FolderCursor,
  LEDGER_STATES,
  type LedgerChange,
  type LedgerRow,
  type LedgerState,
} from '../../../shared/letters/ledger.ts'
import type { Storage } from '../../storage/storage.ts'
import { type Ground, KINDS } from '../../storage/testing/grounds.ts'
import { storedAccount } from '../../storage/testing/mail-account.ts'
import { MailLedger } from './ledger.ts'

const ACCOUNT = 'account'

function row(uid: number, change: Partial<LedgerRow> = {}): LedgerRow {
  const plain = { state: 'imported', letter: `letter${uid}`, place: 'p', flags: '', attempts: 0, next: null, why: '' }
  return { uid, ...plain, ...change } as LedgerRow
}

function cursor(upto: number, change: Partial<FolderCursor> = {}): FolderCursor {
  return { validity: '1', upto, modseq: null, listed: upto, ...change }
}

function change(upto: number, rows: readonly LedgerRow[], rest: Partial<LedgerChange> = {}): LedgerChange {
  const covers = rows.map(({ uid }) => uid).filter((uid) => uid <= upto)
  return { account: ACCOUNT, folder: 'INBOX', cursor: cursor(upto), rows, covers, isAnew: false, ...rest }
}

/** What somebody sends: which UIDs the mail server lists, which of them have rows, and how far the cursor is to go. */
interface Step {
  readonly validity: string
  readonly isAnew: boolean
  readonly listed: readonly number[]
  readonly left: readonly number[]
  readonly upto: number
  readonly state: LedgerState
}
const uids = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 })
const STEPS = fc.array(
  fc.record({
    validity: fc.constantFrom('1', '1', '1', '2'),
    isAnew: fc.boolean(),
    listed: uids,
    left: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: uids }),
    upto: fc.integer({ min: 0, max: 12 }),
    state: fc.constantFrom(...LEDGER_STATES),
  }),
  { minLength: 3, maxLength: 25 },
)

/** A folder as it should stand. */
class Model {
  cursor: FolderCursor | null = null
  readonly rows = new Map<string, Map<number, LedgerRow>>()

  present(): Map<number, LedgerRow> {
    return this.rows.get(this.cursor?.validity ?? '') ?? new Map()
  }

  /** Gives what the ledger answers; null: it takes it. */
  take({ cursor, rows, covers, isAnew }: LedgerChange): string | null {
    const isOther = this.cursor !== null && this.cursor.validity !== cursor.validity
    if (isOther && !isAnew) return 'mail-ledger-validity'
    const from = isOther ? 0 : (this.cursor?.upto ?? 0)
    const own = new Map(this.rows.get(cursor.validity))
    for (const one of rows) own.set(one.uid, one)
    if (cursor.upto < from || covers.some((uid) => uid > cursor.upto || !own.has(uid))) return 'mail-ledger-gap'
    this.rows.set(cursor.validity, own)
    this.cursor = cursor
    return null
  }
}

describe.each(KINDS)('the ledger of mail over $name', ({ begin }) => {
  let kind: Awaited<ReturnType<typeof begin>>
  let ground: Ground
  let storage: Storage
  let ledger: MailLedger
  beforeAll(async () => {
    kind = await begin()
  })
  afterAll(() => kind.end())
  beforeEach(async () => {
    ground = await kind.ground()
    storage = await ground.open()
    ledger = new MailLedger(storage.mailLedger)
    await storage.mailAccounts.put([storedAccount(ACCOUNT), storedAccount('other')])
  })
  afterEach(async () => {
    await storage.close()
    await ground.remove()
  })

  const page = (folder: string, rest: { after?: number; isEarlier?: boolean } = {}, limit?: number) =>
    ledger.page({ account: ACCOUNT, folder, after: 0, isEarlier: false, ...rest }, limit)
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { code?: string }) => error.code,
    )

  test('ML1, ML2, ML3, ML5: whatever is sent, a cursor stands over letters that have rows alone', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        const [folder, model] = [`folder${run++}`, new Model()]
        for (const step of steps) {
          const sent = sentBy(step, folder)
          expect(await codeOf(ledger.change(sent))).toBe(model.take(sent))
          const { cursor, rows } = await page(folder)
          expect(cursor).toEqual(model.cursor)
          expect(rows).toEqual([...model.present().values()].sort((a, b) => a.uid - b.uid))
        }
        const { folders } = await ledger.folders(ACCOUNT)
        const counts = folders.find((one) => one.folder === folder)?.counts
        const present = [...model.present().values()]
        for (const state of LEDGER_STATES)
          expect(counts?.[state] ?? 0).toBe(present.filter((one) => one.state === state).length)
      }),
      { numRuns: 40 },
    )
  })

  test('ML1, ML2: a change is taken twice as once, and one that leaves a letter out is not taken at all', async () => {
    const first = change(3, [row(1), row(3)])
    await ledger.change(first)
    await ledger.change(first)
    const second = change(9, [row(5), row(9)], { covers: [5, 7, 9] })
    expect(await codeOf(ledger.change(second))).toBe('mail-ledger-gap')
    expect((await page('INBOX')).rows.map(({ uid }) => uid)).toEqual([1, 3])
    await ledger.change(change(3, [row(7, { state: 'failed', next: 5, attempts: 1, why: 'why' })], { covers: [] }))
    await ledger.change(second)
    expect(await page('INBOX')).toMatchObject({ cursor: { upto: 9 }, isMore: false })
    expect(await codeOf(ledger.change(change(5, [])))).toBe('mail-ledger-gap')
  })

  test('ML3: rows of an earlier UIDVALIDITY stand apart until they are forgotten', async () => {
    await ledger.change(change(2, [row(1), row(2)]))
    const anew = change(1, [row(1, { letter: 'letter2' })], { cursor: cursor(1, { validity: '2' }) })
    expect(await codeOf(ledger.change(anew))).toBe('mail-ledger-validity')
    await ledger.change({ ...anew, isAnew: true })
    expect((await page('INBOX')).rows.map(({ letter }) => letter)).toEqual(['letter2'])
    expect((await page('INBOX', { isEarlier: true })).rows.map(({ letter }) => letter)).toEqual(['letter1', 'letter2'])
    expect((await ledger.folders(ACCOUNT)).folders).toMatchObject([{ counts: { imported: 1 }, earlier: 2 }])
    await ledger.forget({ account: ACCOUNT, folder: 'INBOX', what: 'earlier' })
    expect((await page('INBOX', { isEarlier: true })).rows).toEqual([])
    expect((await page('INBOX')).rows).toHaveLength(1)
  })

  test('ML4: rows are read by pages, and found by their letters', async () => {
    await ledger.change(
      change(
        5,
        [1, 2, 3, 4, 5].map((uid) => row(uid)),
      ),
    )
    await ledger.change(change(1, [row(1, { letter: 'letter3' })], { folder: 'Archive' }))
    const first = await page('INBOX', {}, 3)
    expect([first.rows.map(({ uid }) => uid), first.isMore]).toEqual([[1, 2, 3], true])
    const second = await page('INBOX', { after: 3 }, 3)
    expect([second.rows.map(({ uid }) => uid), second.isMore]).toEqual([[4, 5], false])
    const { rows } = await ledger.letters(ACCOUNT, ['letter3', 'letter1', 'none'])
    expect(rows.map(({ letter, folder, uid }) => [letter, folder, uid])).toEqual([
      ['letter3', 'Archive', 1],
      ['letter3', 'INBOX', 3],
      ['letter1', 'INBOX', 1],
    ])
  })

  test('ML6: what is of an account goes with it, and a folder that is no more by itself', async () => {
    for (const folder of ['INBOX', 'Archive']) await ledger.change(change(1, [row(1)], { folder }))
    await ledger.change(change(1, [row(1)], { account: 'other' }))
    await ledger.forget({ account: ACCOUNT, folder: 'Archive', what: 'folder' })
    expect((await ledger.folders(ACCOUNT)).folders.map(({ folder }) => folder)).toEqual(['INBOX'])
    await storage.mailAccounts.remove(ACCOUNT)
    expect((await ledger.folders(ACCOUNT)).folders).toEqual([])
    expect((await page('INBOX')).rows).toEqual([])
    expect((await ledger.folders('other')).folders).toHaveLength(1)
  })

  test('ML6: no row is written for an account that is not there, however close to its removal', async () => {
    expect(await codeOf(ledger.change(change(1, [row(1)], { account: 'none' })))).toBe('mail-ledger-account')
    for (let i = 0; i < 10; i++) {
      const account = `account${i}`
      await storage.mailAccounts.put([storedAccount(account)])
      const writes = ['INBOX', 'Archive', 'Work'].map((folder) =>
        codeOf(ledger.change(change(1, [row(1)], { account, folder }))),
      )
      await Promise.all([...writes.slice(0, i % 3), storage.mailAccounts.remove(account), ...writes.slice(i % 3)])
      expect((await ledger.folders(account)).folders).toEqual([])
      expect((await ledger.letters(account, ['letter1'])).rows).toEqual([])
    }
  })

  test('ML1: a change that meets a storage that fails is told as that', async () => {
    const own = await ground.open()
    await own.close()
    expect(await codeOf(new MailLedger(own.mailLedger).change(change(1, [row(1)])))).toBe('storage-failed')
  })
})

function sentBy({ validity, isAnew, listed, left, upto, state }: Step, folder: string): LedgerChange {
  const rows = listed.filter((uid) => !left.includes(uid)).map((uid) => row(uid, { state }))
  const covers = listed.filter((uid) => uid <= upto || left.includes(uid))
  return { account: ACCOUNT, folder, cursor: cursor(upto, { validity }), rows, covers, isAnew }
}
