import { expect } from 'vitest'
import type { LedgerRow } from '../../../shared/letters/ledger.ts'
import type { Dovecot } from '../../sending/testing/dovecot.ts'
import { idOf, type MailRoom } from './mail-room.ts'

/** An account of a room, and whose box it is. */
export interface Boxed {
  readonly room: Pick<MailRoom, 'rows' | 'letter'>
  readonly dovecot: Dovecot
  readonly user: string
  readonly account: string
}

/** UIDs that a folder lists, as Dovecot itself says. */
async function listedIn({ dovecot, user }: Boxed, folder: string): Promise<number[]> {
  const found = await dovecot.doveadm('-f', 'tab', 'fetch', '-u', user, 'uid', 'mailbox', folder)
  return found.trim().split('\n').slice(1).map(Number)
}

/** Sees that what the server lists is what the ledger has, and each letter one record that names the folder. Gives the rows. */
export async function inStep(boxed: Boxed, folder = 'INBOX'): Promise<readonly LedgerRow[]> {
  const rows = await boxed.room.rows(boxed.account, folder)
  expect(rows.map(({ uid }) => uid)).toEqual(await listedIn(boxed, folder))
  const held = new Map<string, LedgerRow>()
  for (const row of rows) {
    const { letter, place, state } = row
    if (state === 'filtered' || state === 'failed' || letter === null) continue
    if (state !== 'duplicate') {
      expect(held.get(letter)).toBe(undefined)
      held.set(letter, row)
    }
    const record = await boxed.room.letter(letter)
    const places = record?.places.filter((one) => one.account === idOf(boxed.account) && one.folder === folder)
    expect(places?.map(({ id }) => id)).toEqual([place])
  }
  return rows
}

/** Waits until it is so, and so many letters are there. */
export async function comesInStep(boxed: Boxed, count: number, folder = 'INBOX'): Promise<readonly LedgerRow[]> {
  const rows = () => boxed.room.rows(boxed.account, folder)
  await expect.poll(async () => (await rows()).length, { timeout: 120_000 + 40 * count, interval: 200 }).toBe(count)
  let found: readonly LedgerRow[] = []
  const isSo = () =>
    inStep(boxed, folder).then(
      (all) => {
        found = all
        return all.every(({ state }) => state !== 'failed')
      },
      (error: unknown) => error,
    )
  await expect.poll(isSo, { timeout: 60_000, interval: 300 }).toBe(true)
  return found
}
