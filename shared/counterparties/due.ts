import type { Customer } from '../customers/collections.ts'
import { doubtOfInn } from '../records/forms/inn.ts'
import { DAY_MS } from '../time/days.ts'
import type { Counterparty } from './collections.ts'

/** One that was asked for in vain is asked for by itself again behind so long, ms. */
export const AGAIN = DAY_MS / 2

/**
 * INNs of customers that are to be asked for at `now` (ms) by themselves: those never asked for first, then by how long ago that was. Of a
 * company that has ended nothing new is to come.
 */
export function dueInns(
  customers: Iterable<Pick<Customer, 'inn' | 'mergedInto'>>,
  known: (inn: string) => Counterparty | null,
  { now, days }: { readonly now: number; readonly days: number },
): readonly string[] {
  const inns = new Set<string>()
  for (const { inn, mergedInto } of customers) if (inn && !mergedInto && doubtOfInn(inn) === null) inns.add(inn)
  return [...inns]
    .map((inn) => ({ inn, at: known(inn) }))
    .filter(({ at }) => isDue(at, now, days))
    .map(({ inn, at }) => ({ inn, checked: at?.checked ?? 0 }))
    .sort((a, b) => a.checked - b.checked || a.inn.localeCompare(b.inn))
    .map(({ inn }) => inn)
}

function isDue(at: Counterparty | null, now: number, days: number): boolean {
  if (!at) return true
  if (at.failed !== null && now - at.failed < AGAIN) return false
  if (at.checked === null) return true
  return at.state !== 'liquidated' && days > 0 && now - at.checked >= days * DAY_MS
}
