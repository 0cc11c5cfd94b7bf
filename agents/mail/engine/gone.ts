import type { LedgerRow } from '../../../shared/letters/ledger.ts'
import type { FolderRows } from './folder-rows.ts'
import { LetterRecords } from './records.ts'
import { type AccountGround, isNotGiven } from './work.ts'

const SLICE = 100

/**
 * What a folder lists no more: its places are taken from the records, then its rows are `gone`. All folders were passed before, so a
 * letter that moved has its other place already (SPEC MB7).
 */
export async function lookAfterGone(ground: AccountGround, rows: FolderRows): Promise<void> {
  const gone = [...rows.vanished].flatMap((uid) => rows.get(uid) ?? [])
  if (gone.length === 0) return
  const staying = new Map<string, LedgerRow>()
  for (const row of rows.all()) if (row.letter !== null && !rows.vanished.has(row.uid)) staying.set(row.letter, row)
  for (let i = 0; i < gone.length; i += SLICE) {
    ground.signal.throwIfAborted()
    const slice = gone.slice(i, i + SLICE)
    const left = slice.map((row) => ({ row, heir: row.letter === null ? undefined : staying.get(row.letter) }))
    await leavePlaces(
      ground,
      left.flatMap(({ row, heir }) => (heir ? [] : [row])),
    )
    const heirs = left.flatMap(({ heir }) =>
      heir?.state === 'duplicate' ? [{ ...heir, state: 'imported' } as const] : [],
    )
    await rows.write([...slice.map((row) => ({ ...row, state: 'gone', next: null }) as const), ...heirs])
  }
}

/** Letters of a folder that was made anew, and that are not in it any more. */
export async function lookAfterEarlier(ground: AccountGround, rows: FolderRows): Promise<void> {
  const earlier = await rows.earlier()
  const here = new Set([...rows.all()].flatMap(({ letter }) => letter ?? []))
  const lost = earlier.filter(({ letter }) => letter !== null && !here.has(letter))
  for (let i = 0; i < lost.length; i += SLICE) await leavePlaces(ground, lost.slice(i, i + SLICE))
  await rows.forgetEarlier()
}

/** Takes from the records of letters that a folder has them. */
export async function leavePlaces(ground: AccountGround, all: readonly LedgerRow[]): Promise<void> {
  const placed = all.flatMap((row) => {
    const { letter, place } = row
    return letter && place ? [{ letter, place, isStub: isNotGiven(row) }] : []
  })
  if (placed.length === 0) return
  const records = new LetterRecords(ground)
  await records.with(
    placed.map(({ letter }) => letter),
    () => {
      for (const { letter, place, isStub } of placed) {
        records.leave(letter, place)
        if (isStub) records.removeUnplaced(letter)
      }
    },
  )
}
