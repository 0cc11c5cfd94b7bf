import { LEDGER_LIMITS, type LedgerRow } from '../../../shared/letters/ledger.ts'
import { isPassing } from '../../runtime/server/api.ts'
import type { Listed, OpenFolder } from '../box.ts'
import { MailFault } from '../imap/fault.ts'
import type { FolderRows } from './folder-rows.ts'
import { leavePlaces } from './gone.ts'
import { flagsOf, marksOf, UNKNOWN } from './marks.ts'
import { Under } from './under.ts'
import { type AccountGround, failedRow, NOT_GIVEN } from './work.ts'

/** A larger one comes alone, bytes. */
const LARGE = 4 * 1024 * 1024
/** Of a letter that is larger than this only the beginning is taken, bytes. */
const LARGEST = 256 * 1024 * 1024
const BEGINNING = 1024 * 1024

/** What is taken from a folder, and where its rows stand. */
export interface Taking {
  readonly ground: AccountGround
  readonly folder: OpenFolder
  readonly rows: FolderRows
  /** What is new there is taken in; else what the ledger has of it is kept in step, and no more. */
  readonly isChosen: boolean
}

/** Letters that were asked for together, and are being taken in. */
interface Slice {
  readonly uids: readonly number[]
  /** What is to be taken in of them. */
  readonly wanted: readonly Listed[]
  /** What became of them so far. */
  readonly made: Map<number, LedgerRow>
  readonly works: readonly Promise<void>[]
}

/**
 * Takes in letters that the folder lists: in slices, each with its rows, and the cursor behind them. While the letters of one are taken
 * in, the next is asked for; rows are written in the order of the slices, each once all of its letters are acknowledged.
 */
export async function takeNew(taking: Taking, uids: readonly number[], told: () => void): Promise<void> {
  const under = new Under()
  let before: Slice | null = null
  try {
    for (let i = 0; i < uids.length; i += LEDGER_LIMITS.rows) {
      taking.ground.signal.throwIfAborted()
      const slice = await beginSlice(taking, uids.slice(i, i + LEDGER_LIMITS.rows), under)
      if (before) await endSlice(taking, before, under)
      before = slice
      told()
    }
    if (before) await endSlice(taking, before, under)
  } finally {
    await under.end()
  }
  told()
}

/** Writes the rows of a slice, and moves the cursor over it. */
async function endSlice(taking: Taking, slice: Slice, under: Under): Promise<void> {
  const { folder, rows } = taking
  const made = await rowsOf(taking, slice, under)
  const last = slice.uids.at(-1) ?? 0
  const covers = slice.uids.filter((uid) => uid > rows.upto)
  await rows.write(made, { listed: folder.exists, ...(last > rows.upto && { upto: last, covers }) })
}

/** Takes in again what failed, one by one. */
export async function takeAgain(taking: Taking, uids: readonly number[], told: () => void): Promise<void> {
  for (const uid of uids) {
    taking.ground.signal.throwIfAborted()
    const before = taking.rows.get(uid)
    const made = await takenAlone(taking, uid)
    if (before && before.letter !== made[0]?.letter) await leavePlaces(taking.ground, [before])
    await taking.rows.write(made)
    told()
  }
}

async function takenAlone(taking: Taking, uid: number): Promise<readonly LedgerRow[]> {
  const under = new Under()
  try {
    return await rowsOf(taking, await beginSlice(taking, [uid], under), under)
  } finally {
    await under.end()
  }
}

/** Asks for letters; they are being taken in when it resolves. */
async function beginSlice(taking: Taking, uids: readonly number[], under: Under): Promise<Slice> {
  const { ground, rows } = taking
  const listed = await listedOf(taking, uids)
  const made = new Map<number, LedgerRow>()
  for (const uid of uids)
    if (!listed.has(uid)) made.set(uid, failedRow(ground.pace, uid, rows.get(uid), 'the server does not tell of it'))
  const wanted: Listed[] = []
  for (const one of listed.values()) {
    if (ground.account.since !== null && one.received < ground.account.since)
      made.set(one.uid, filteredRow(one, ground.account.since))
    else wanted.push(one)
  }
  return { uids, wanted, made, works: await takeMany(taking, wanted, made, under) }
}

/** The rows of letters, once each of them is taken in, left out, or failed: who was not given with others is asked for alone. */
async function rowsOf(taking: Taking, { wanted, made, works }: Slice, under: Under): Promise<readonly LedgerRow[]> {
  await Promise.all(works)
  under.check()
  for (const one of wanted) if (!isTaken(made.get(one.uid))) made.set(one.uid, await takeSingly(taking, one))
  return withDuplicates(
    taking.rows,
    [...made.values()].sort((a, b) => a.uid - b.uid),
  )
}

/** What the server says of letters; those that it leaves out are asked for singly once more. */
async function listedOf({ folder }: Taking, uids: readonly number[]): Promise<Map<number, Listed>> {
  const all = new Set(uids)
  const listed = new Map<number, Listed>()
  const take = (found: readonly Listed[]) => {
    for (const one of found) if (all.has(one.uid)) listed.set(one.uid, one)
  }
  take(await folder.list(uids))
  for (const uid of uids) if (!listed.has(uid)) take(await folder.list([uid]))
  return listed
}

/** Takes letters in as they come, some at a time. What fails is left for another try, alone. */
async function takeMany(
  taking: Taking,
  wanted: readonly Listed[],
  made: Map<number, LedgerRow>,
  under: Under,
): Promise<readonly Promise<void>[]> {
  const small = new Map(wanted.filter(({ size }) => size <= LARGE).map((one) => [one.uid, one]))
  const works: Promise<void>[] = []
  for await (const { uid, raw } of taking.folder.letters([...small.keys()])) {
    const one = small.get(uid)
    // A server that says one twice is heard once.
    if (!one || !small.delete(uid)) continue
    works.push(under.begin(raw.length, async () => void made.set(uid, await takeOne(taking, one, raw))))
    await under.room()
  }
  return works
}

/** Asks for one letter alone, and takes it in. */
async function takeSingly(taking: Taking, one: Listed): Promise<LedgerRow> {
  const { ground, folder } = taking
  const isTooLarge = one.size > LARGEST
  const most = isTooLarge ? BEGINNING : LARGEST
  const raw = await unlessDeclined(() => folder.fetch(one.uid, one.size, most))
  if (raw === null) return await notGiven(taking, one)
  const row = await takeOne(taking, one, raw)
  if (row.state !== 'failed') return isTooLarge ? { ...row, state: 'raw', why: `${one.size} bytes` } : row
  // It is not left out, however often it fails.
  if (row.attempts <= ground.pace.tries.length) return row
  return await takeOne(taking, one, raw, (toTake) => ground.takeAsItCame(toTake, row.why))
}

/** Of a letter whose bytes the server does not give, in the end that is taken in which it lists of it. */
async function notGiven(taking: Taking, one: Listed): Promise<LedgerRow> {
  const { ground, folder, rows } = taking
  const row = failedRow(ground.pace, one.uid, rows.get(one.uid), NOT_GIVEN, agreedFlags(one))
  if (row.attempts <= ground.pace.tries.length) return row
  const headers = await unlessDeclined(() => folder.headers(one.uid))
  return headers === null
    ? row
    : await takeOne(taking, one, headers, (toTake) => ground.takeAsItCame(toTake, NOT_GIVEN))
}

async function unlessDeclined<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof MailFault && error.kind === 'declined') return null
    throw error
  }
}

/** Takes one letter in; a row that says that it failed where that is not what passes by itself. */
async function takeOne(
  { ground, rows }: Taking,
  listed: Listed,
  raw: Uint8Array<ArrayBuffer>,
  take: AccountGround['take'] = ground.take,
): Promise<LedgerRow> {
  const { uid } = listed
  const before = rows.get(uid)
  try {
    const taken = await take({ account: ground.account, folder: rows.path, uid, listed, raw })
    const { letter, place, state, why } = taken
    const row = { uid, letter, place, attempts: before?.attempts ?? 0, next: null, why: why.slice(0, 200) }
    // The record had this place: what it says there was agreed on by nobody.
    const flags = state === 'duplicate' ? UNKNOWN : agreedFlags(listed)
    return { ...row, flags, state: state === 'raw' ? 'raw' : 'imported' }
  } catch (error) {
    ground.signal.throwIfAborted()
    if (isPassing(error)) throw error
    ground.log.warn({ err: error, uid, folder: rows.path, account: ground.account.id }, 'a letter is not taken in')
    const why = error instanceof Error ? error.message : String(error)
    return failedRow(ground.pace, uid, before, why, agreedFlags(listed))
  }
}

/** Of rows of one letter in one folder, one has it; the others are its duplicates. */
function withDuplicates(rows: FolderRows, made: readonly LedgerRow[]): readonly LedgerRow[] {
  const known = new Map<string, number>()
  const letters = new Set(made.flatMap(({ letter }) => letter ?? []))
  for (const { letter, uid, state } of rows.all())
    if (letter !== null && letters.has(letter) && state !== 'duplicate') known.set(letter, uid)
  return made.map((row) => {
    if (row.letter === null || row.state !== 'imported') return row
    const first = known.get(row.letter)
    if (first === undefined || first === row.uid) {
      known.set(row.letter, row.uid)
      return row
    }
    return { ...row, state: 'duplicate' }
  })
}

function isTaken(row: LedgerRow | undefined): boolean {
  return row !== undefined && row.state !== 'failed'
}

/** Whether a letter that was left out since it came before a day may come in now, as the day is an earlier one. */
export function mayComeIn({ state, why }: LedgerRow, since: number | null): boolean {
  return state === 'filtered' && why !== beforeDay(since ?? 0) && (since ?? 0) < Number(why.slice(beforeDay('').length))
}

function beforeDay(since: number | string): string {
  return `before ${since}`
}

function filteredRow(one: Listed, since: number): LedgerRow {
  const rest = { letter: null, place: null, attempts: 0, next: null, why: beforeDay(since) }
  return { uid: one.uid, state: 'filtered', flags: agreedFlags(one), ...rest }
}

function agreedFlags({ flags }: Listed): string {
  const marks = marksOf(flags)
  return marks ? flagsOf(marks) : ''
}
