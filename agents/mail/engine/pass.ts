import type { Listed } from '../box.ts'
import { MailFault } from '../imap/fault.ts'
import { flagsOf, marksOf, type Settled, settle, UNKNOWN } from './marks.ts'
import { LetterRecords } from './records.ts'
import { mayComeIn, type Taking, takeAgain, takeNew } from './take-new.ts'

/** So many flags are compared at once. */
const SLICE = 100

/**
 * Brings a folder that is open into step: what is new is taken in, what failed and is due is tried again, flags are compared, and what
 * is listed no more is noted; its places are looked after once all folders were passed (gone.ts).
 */
export async function passFolder(taking: Taking, told: () => void): Promise<void> {
  const { folder, rows } = taking
  const { validity, modseq, exists, next } = folder
  await rows.begin({ validity, modseq, exists: countedIn(taking), next })
  const dues = dueIn(taking)
  const isSame = isAlike(rows.passed, { validity, modseq, exists, next })
  if (!isSame) await listAnew(taking, told)
  if (dues.length > 0) await takeAgain(taking, dues, told)
  await compareFlags(taking, isSame)
  rows.passed = { validity, modseq, exists, next }
}

/** How many letters of a folder are counted: of one that is not taken from, those alone that the ledger has. */
function countedIn({ folder, rows, isChosen }: Taking): number {
  return isChosen ? folder.exists : rows.count - rows.vanished.size
}

type State = NonNullable<Taking['rows']['passed']>

function isAlike(before: State | null, now: State): boolean {
  if (before === null) return false
  const { validity, modseq, exists, next } = before
  return validity === now.validity && modseq === now.modseq && exists === now.exists && next === now.next
}

/** What is there and not in the ledger is taken in; what is in the ledger and not there has vanished. */
async function listAnew(taking: Taking, told: () => void): Promise<void> {
  const { folder, ground, rows, isChosen } = taking
  for (const uid of folder.vanished) if (rows.get(uid)) rows.vanished.add(uid)
  if (!isChosen) return noteVanished(rows, await folder.uids())
  const fresh = await folder.uids(rows.upto)
  // As many as there are rows of: none of them has gone, and none came to light late; from time to time all is listed all the same.
  const isKnown = Date.now() - rows.wholeAt < ground.pace.flags
  const isWhole = isKnown && folder.exists === rows.count - rows.vanished.size + fresh.length
  const all = isWhole ? fresh : await folder.uids()
  if (!isWhole) noteVanished(rows, all)
  await takeNew(
    taking,
    all.filter((uid) => !rows.get(uid)),
    told,
  )
}

/** `uids`: all that the server lists. */
function noteVanished(rows: Taking['rows'], uids: readonly number[]): void {
  const listed = new Set(uids)
  for (const { uid } of rows.all()) if (!listed.has(uid)) rows.vanished.add(uid)
  for (const uid of listed) rows.vanished.delete(uid)
  rows.wholeAt = Date.now()
}

function dueIn({ rows, ground, isChosen }: Taking): number[] {
  const now = Date.now()
  const isDue = (next: number | null) => next !== null && next <= now
  const due: number[] = []
  for (const row of rows.all()) {
    if (rows.vanished.has(row.uid)) continue
    const comesIn = isChosen && mayComeIn(row, ground.account.since)
    if ((row.state === 'failed' && isDue(row.next)) || comesIn) due.push(row.uid)
  }
  return due.sort((a, b) => a - b)
}

/** Compares flags that changed, where the server tells which; else all of them from time to time. */
async function compareFlags(taking: Taking, isSame: boolean): Promise<void> {
  const { folder, rows, ground } = taking
  const before = rows.cursor?.modseq ?? null
  const isTold = before !== null && folder.modseq !== null
  if (isSame && (isTold || Date.now() - rows.flagsAt < ground.pace.flags)) return
  const changed = isTold && before !== folder.modseq ? await folder.changed(before) : null
  if (changed) await compare(taking, changed)
  else if (!isTold) await compareSome(taking, withRecords(rows))
  const unknown = [...rows.all()].filter(({ flags }) => flags === UNKNOWN).map(({ uid }) => uid)
  await compareSome(taking, unknown)
  rows.flagsAt = Date.now()
  const listed = countedIn(taking)
  if (before !== folder.modseq || rows.cursor?.listed !== listed)
    await rows.write([], { modseq: folder.modseq, listed })
}

function withRecords(rows: Taking['rows']): number[] {
  return [...rows.all()].filter(({ letter }) => letter !== null).map(({ uid }) => uid)
}

async function compareSome(taking: Taking, uids: readonly number[]): Promise<void> {
  for (let i = 0; i < uids.length; i += SLICE) await compare(taking, await taking.folder.list(uids.slice(i, i + SLICE)))
}

/** Brings what the server says of letters and what their records say together (SPEC MB8). */
async function compare({ ground, folder, rows }: Taking, all: readonly Listed[]): Promise<void> {
  const records = new LetterRecords(ground)
  for (let i = 0; i < all.length; i += SLICE) {
    ground.signal.throwIfAborted()
    const slice = all.slice(i, i + SLICE).flatMap((listed) => differing(rows.get(listed.uid), listed))
    if (slice.length === 0) continue
    const settled = await records.with(
      slice.map(({ letter }) => letter),
      () =>
        slice.flatMap(({ row, letter, place, server }) => {
          const here = records.place(letter, place)
          if (!here) return []
          const found = settle(marksOf(row.flags), server, here, ground.account.marksSeen)
          if (found.record) records.mark(letter, place, found.record)
          return [{ row, found }]
        }),
    )
    for (const { row, found } of settled) await markThere(folder, row.uid, found)
    await rows.write(settled.map(({ row, found }) => ({ ...row, flags: flagsOf(found.agreed) })))
  }
}

/** A folder that takes no flags keeps those that it has. */
async function markThere(folder: Taking['folder'], uid: number, { set, unset }: Settled): Promise<void> {
  try {
    await folder.mark(uid, set, unset)
  } catch (error) {
    if (!(error instanceof MailFault && error.kind === 'declined')) throw error
  }
}

function differing(row: ReturnType<Taking['rows']['get']>, { flags }: Listed) {
  const server = marksOf(flags)
  if (!row || !server || row.letter === null || row.place === null || row.flags === flagsOf(server)) return []
  return [{ row, letter: row.letter, place: row.place, server }]
}
