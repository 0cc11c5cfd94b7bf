import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LedgerRow } from '../../../shared/letters/ledger.ts'
import { type Dovecot, startDovecot } from '../../sending/testing/dovecot.ts'
import { comesInStep } from '../testing/in-step.ts'
import { accountAt, idOf, type MailRoom, openMailRoom } from '../testing/mail-room.ts'
import { letterOf, putLetters } from '../testing/maildir.ts'

let dovecot: Dovecot
let room: MailRoom
let user: string
let users = 0
beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot.stop())
beforeEach(async () => {
  user = `places${++users}`
  room = await openMailRoom()
})
afterEach(async () => {
  await room.close()
  expect(room.faults).toEqual([])
})

const boxed = () => ({ room, dovecot, user, account: 'sales' })
const rowsIn = (folder: string) => room.rows('sales', folder)
const countIn = async (folder: string, which = 'all') =>
  (await dovecot.doveadm('search', '-u', user, 'mailbox', folder, which)).trim().split('\n').filter(Boolean).length

/** The places of a letter, by their folders. */
async function placesOf({ letter }: LedgerRow) {
  return (await room.letter(letter ?? ''))?.places ?? []
}

/** Moves a letter from the folder where it stands alone, and waits until it stands in the other one alone. */
async function move(row: LedgerRow, to: string): Promise<void> {
  const [place] = await placesOf(row)
  await room.act(row.letter ?? '', place?.id ?? '', { folder: to })
  await expect.poll(async () => (await placesOf(row)).map(({ folder }) => folder)).toEqual([to])
  await expect.poll(() => countIn(to)).toBeGreaterThan(0)
  await expect
    .poll(async () => (await rowsIn(to)).some(({ letter, state }) => letter === row.letter && state === 'imported'))
    .toBe(true)
}

test.each([
  ['under a Message-ID', {}],
  ['without one', { id: null }],
])(
  'MB8: a letter %s that was moved to a folder that is not taken from can be moved back, marked and removed there',
  async (_what, change) => {
    await putLetters(dovecot, user, [letterOf({}), letterOf({})], 'Trash')
    await putLetters(dovecot, user, [letterOf(change), letterOf({})])
    await room.put('sales', accountAt(dovecot.imap, user))
    const end = await room.start()
    const [first] = await comesInStep(boxed(), 2)
    if (!first) throw new RangeError('no letter')
    await move(first, 'Trash')
    expect(await countIn('Trash')).toBe(3)
    expect((await rowsIn('Trash')).map(({ letter }) => letter)).toEqual([first.letter])
    await move(first, 'INBOX')
    await comesInStep(boxed(), 2)
    await expect.poll(() => rowsIn('Trash')).toEqual([])
    await move(first, 'Trash')
    const [there] = await placesOf(first)
    await room.act(first.letter ?? '', there?.id ?? '', { flagged: true })
    await expect.poll(() => countIn('Trash', 'FLAGGED')).toBe(1)
    await expect.poll(() => room.standing('sales')).toMatchObject({ listed: 2, taken: 2, failed: 0 })
    await end()
    await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'Trash', 'all')
    await room.start()
    await expect.poll(() => placesOf(first)).toEqual([])
    await expect.poll(() => rowsIn('Trash')).toEqual([])
  },
)

test('MB8: a letter that was moved before the line broke is found where it went', async () => {
  await putLetters(dovecot, user, [letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  const end = await room.start()
  const [first] = await comesInStep(boxed(), 2)
  if (!first) throw new RangeError('no letter')
  await end()
  await room.act(first.letter ?? '', first.place ?? '', { folder: 'Trash' })
  await dovecot.doveadm('move', '-u', user, 'Trash', 'mailbox', 'INBOX', 'uid', String(first.uid))
  await room.start()
  await expect.poll(async () => (await rowsIn('Trash')).map(({ letter }) => letter)).toEqual([first.letter])
  await expect.poll(async () => (await placesOf(first)).map(({ folder }) => folder)).toEqual(['Trash'])
  await comesInStep(boxed(), 1)
})

test('MB8: what is done while an account is off is carried once it is on again, and nothing of one that was removed', async () => {
  const other = accountAt(dovecot.imap, `${user}b`)
  await putLetters(dovecot, user, [letterOf({}), letterOf({})])
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.put('other', other)
  const end = await room.start()
  const [first, second] = await comesInStep(boxed(), 2)
  await room.put('sales', accountAt(dovecot.imap, user, { isOff: true }))
  await expect.poll(room.working).toBe(1)
  await room.act(first?.letter ?? '', first?.place ?? '', { flagged: true })
  await room.act(second?.letter ?? '', second?.place ?? '', { folder: 'Archive' })
  await expect.poll(room.waiting).toContain(second?.letter)
  await end()
  await room.start()
  await room.put('sales', accountAt(dovecot.imap, user))
  await expect.poll(() => dovecot.count(user, 'FLAGGED')).toBe(1)
  await comesInStep(boxed(), 1, 'Archive')
  await expect.poll(room.waiting).toBe('{}')
  await room.put('sales', accountAt(dovecot.imap, user, { isOff: true }))
  await expect.poll(room.working).toBe(1)
  await room.act(first?.letter ?? '', first?.place ?? '', { flagged: false })
  await expect.poll(room.waiting).toContain(first?.letter)
  await room.remove('sales')
  await expect.poll(room.waiting).toBe('{}')
})

test('MB4: folders that are not taken from are named, and not counted', async () => {
  await putLetters(dovecot, user, [letterOf({})])
  await putLetters(dovecot, user, [letterOf({}), letterOf({})], 'Trash')
  await room.put('sales', accountAt(dovecot.imap, user))
  await room.start()
  await comesInStep(boxed(), 1)
  await expect.poll(() => room.standing('sales')).toMatchObject({ listed: 1, taken: 1 })
  const { leftOut = [], folders = [] } = (await room.standing('sales')) ?? {}
  expect([leftOut.includes('Trash'), leftOut.includes('INBOX'), folders]).toEqual([true, false, []])
  await room.put('sales', accountAt(dovecot.imap, user, { folders: ['INBOX', 'Trash'] }))
  await comesInStep(boxed(), 2, 'Trash')
  await expect.poll(async () => (await room.standing('sales'))?.leftOut).not.toContain('Trash')
  // What was taken in from a folder that is left out then stays, and is counted; what comes there is not.
  await room.put('sales', accountAt(dovecot.imap, user))
  await putLetters(dovecot, user, [letterOf({})], 'Trash')
  await putLetters(dovecot, user, [letterOf({})])
  await comesInStep(boxed(), 2)
  await expect.poll(() => room.standing('sales')).toMatchObject({ listed: 4, taken: 4 })
  expect((await room.ledger.folders(idOf('sales'))).find(({ folder }) => folder === 'Trash')?.counts.imported).toBe(2)
})
