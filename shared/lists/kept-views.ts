import type { Transaction } from '../records/writing/transaction.ts'
import { ownViews, views } from './collections.ts'

/** Which kept view a list opens with, from a person's lines `<list>=<view>`; null: as the program has it. */
export function openingView(lines: readonly string[], list: string): string | null {
  const line = lines.find((one) => one.startsWith(`${list}=`))
  return line === undefined ? null : line.slice(list.length + 1)
}

/** The lines with another view for a list; null leaves it as the program has it. */
export function withOpeningView(lines: readonly string[], list: string, view: string | null): string[] {
  const others = lines.filter((one) => !one.startsWith(`${list}=`))
  return view === null ? others : [...others, `${list}=${view}`]
}

/** Gives everybody a person's own view: it stands under the id `to` from now on, and among his own no more. */
export function shareView(tx: Transaction, { id, to }: { readonly id: string; readonly to: string }): void {
  const { list, name, filter, search, sort, group, columns } = tx.get(ownViews, id)
  tx.create(views, to, { list, name, filter, search, sort, group, columns })
  tx.remove(ownViews, id)
}
