import type { LedgerRow } from '../../../shared/letters/ledger.ts'
import type { Box, OpenFolder } from '../box.ts'
import { MailFault } from '../imap/fault.ts'
import type { FolderRows } from './folder-rows.ts'
import { hasRoom } from './folders.ts'
import { flagsOf, marksOf, settle } from './marks.ts'
import { LetterRecords } from './records.ts'
import { type Taking, takeAgain } from './take-new.ts'
import { type AccountGround, isNotGiven } from './work.ts'

/** What is carried, and where its rows stand. */
export interface Carrying {
  readonly ground: AccountGround
  readonly box: Box
  readonly rowsOf: (folder: string) => Promise<FolderRows>
}

/** A letter that was moved. */
export interface Moved {
  readonly to: string
  /** Its number there; null: the server has not said. */
  readonly uid: number | null
  readonly messageId: string | null
}

/** Rows that are of no letter that is there. */
const NOT_THERE = ['gone', 'filtered', 'failed']

/**
 * Carries to the mail server what was done with letters here: marks set and taken off, letters moved to other folders (SPEC MB8). Gives the
 * letters that went.
 */
export async function carryActs(carrying: Carrying, ids: readonly string[]): Promise<readonly Moved[]> {
  const { ground, box, rowsOf } = carrying
  const found = await ground.mailLedger.letters(ground.account.id, ids)
  const there = found.filter(({ state }) => !NOT_THERE.includes(state))
  const went: Moved[] = []
  for (const [path, some] of Map.groupBy(there, ({ folder }) => folder)) {
    ground.signal.throwIfAborted()
    const rows = await rowsOf(path)
    await box.within(path, async (folder) => {
      if (folder.validity !== rows.cursor?.validity) return
      for (const { uid } of some) {
        const known = rows.get(uid)
        // Whoever does something with a letter of which the server gave nothing asks for it.
        if (known && isNotGiven(known)) await takeAgain({ ground, folder, rows, isChosen: true }, [uid], () => {})
        const row = rows.get(uid)
        const moved = row ? await carryOne(ground, folder, rows, row) : null
        if (moved) went.push(moved)
      }
    })
  }
  return went
}

/**
 * Takes in letters that were moved to a folder that is not taken from, and no others of it: so they can be moved back. One that the server
 * does not name, and that has no Message-ID, is not found there.
 */
export async function takeMoved(taking: Taking, moved: readonly Moved[], told: () => void): Promise<void> {
  const { folder, rows } = taking
  const { validity, modseq, next } = folder
  await rows.begin({ validity, modseq, next, exists: rows.count })
  const uids = new Set<number>()
  for (const { uid, messageId } of moved) {
    const found = uid ?? (messageId === null ? undefined : (await folder.named(messageId)).at(-1))
    if (found !== undefined && !rows.get(found)) uids.add(found)
  }
  await takeAgain(taking, [...uids], told)
}

/** Null: it stays. */
async function carryOne(
  ground: AccountGround,
  folder: OpenFolder,
  rows: FolderRows,
  row: LedgerRow,
): Promise<Moved | null> {
  const { letter, place, uid } = row
  const [listed] = await folder.list([uid])
  const server = listed && marksOf(listed.flags)
  if (letter === null || place === null) return null
  const records = new LetterRecords(ground)
  const { to, found, messageId } = await records.with([letter], () => {
    const here = records.place(letter, place)
    const found = here && server && settle(marksOf(row.flags), server, here, ground.account.marksSeen)
    if (found?.record) records.mark(letter, place, found.record)
    return { found, to: here?.folder ?? rows.path, messageId: records.messageId(letter) }
  })
  if (found && !(await done(() => folder.mark(uid, found.set, found.unset)))) return null
  if (found) await rows.write([{ ...row, flags: flagsOf(found.agreed) }])
  if (to === rows.path) return null
  // It may have been moved there before the line broke.
  if (!server) return { to, uid: null, messageId }
  const said = hasRoom(to) ? await moved(folder, uid, to) : undefined
  if (said === undefined) {
    ground.log.warn({ account: ground.account.id, from: rows.path, to }, 'the mail server does not move a letter')
    await records.with([letter], () => records.putBack(letter, place, rows.path))
    return null
  }
  // Its place is that of the folder which it came to: there it is taken in, and here it has gone.
  rows.vanished.add(uid)
  return { to, uid: said, messageId }
}

/** The letter’s number where it came to, null where that is not said; undefined: the server declines it. */
async function moved(folder: OpenFolder, uid: number, to: string): Promise<number | null | undefined> {
  let said: number | null | undefined
  await done(async () => {
    said = await folder.move(uid, to)
  })
  return said
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
