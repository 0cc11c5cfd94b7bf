import type { LedgerRow } from '../../../shared/letters/ledger.ts'
import type { Box, OpenFolder } from '../box.ts'
import { MailFault } from '../imap/fault.ts'
import type { FolderRows } from './folder-rows.ts'
import { flagsOf, marksOf, settle } from './marks.ts'
import { LetterRecords } from './records.ts'
import type { AccountGround } from './work.ts'

/** What is carried, and where its rows stand. */
export interface Carrying {
  readonly ground: AccountGround
  readonly box: Box
  readonly rowsOf: (folder: string) => Promise<FolderRows>
}

/** Rows that are of no letter that is there. */
const NOT_THERE = ['gone', 'filtered', 'failed']

/**
 * Carries to the mail server what was done with letters here: marks set and taken off, letters moved to other folders (SPEC MB8). Gives the
 * folders to which letters went.
 */
export async function carryActs(carrying: Carrying, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { ground, box, rowsOf } = carrying
  const found = await ground.mailLedger.letters(ground.account.id, ids)
  const there = found.filter(({ state }) => !NOT_THERE.includes(state))
  const went = new Set<string>()
  for (const [path, some] of Map.groupBy(there, ({ folder }) => folder)) {
    ground.signal.throwIfAborted()
    const rows = await rowsOf(path)
    await box.within(path, async (folder) => {
      if (folder.validity !== rows.cursor?.validity) return
      for (const { uid } of some) {
        const row = rows.get(uid)
        const to = row ? await carryOne(ground, folder, rows, row) : null
        if (to !== null) went.add(to)
      }
    })
  }
  return went
}

/** Gives the folder to which a letter went; null: it stays. */
async function carryOne(
  ground: AccountGround,
  folder: OpenFolder,
  rows: FolderRows,
  row: LedgerRow,
): Promise<string | null> {
  const { letter, place, uid } = row
  const [listed] = await folder.list([uid])
  const server = listed && marksOf(listed.flags)
  if (!server || letter === null || place === null) return null
  const records = new LetterRecords(ground)
  const { to, found } = await records.with([letter], () => {
    const here = records.place(letter, place)
    const found = here && settle(marksOf(row.flags), server, here, ground.account.marksSeen)
    if (found?.record) records.mark(letter, place, found.record)
    return { found, to: here?.folder ?? rows.path }
  })
  if (found && !(await done(() => folder.mark(uid, found.set, found.unset)))) return null
  if (found) await rows.write([{ ...row, flags: flagsOf(found.agreed) }])
  if (to === rows.path) return null
  if (!(await done(() => folder.move(uid, to)))) {
    ground.log.warn({ account: ground.account.id, from: rows.path, to }, 'the mail server does not move a letter')
    await records.with([letter], () => records.putBack(letter, place, rows.path))
    return null
  }
  // Its place is that of the folder which it came to: there it is taken in, and here it has gone.
  rows.vanished.add(uid)
  return to
}

/** Whether the server did it: what it declines to do with a folder or a letter is not done. */
async function done(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof MailFault && error.kind === 'declined') return false
    throw error
  }
}
