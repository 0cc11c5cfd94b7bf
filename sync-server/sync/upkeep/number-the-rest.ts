import { parseJson } from '../../../shared/records/declarations/value.ts'
import type { Storage, Unnumbered } from '../../storage/storage.ts'
import type { Library } from '../documents/library.ts'
import { numberWish } from '../journal/additions.ts'
import { companyCalendar } from '../journal/calendar.ts'
import type { Journal } from '../journal/journal.ts'

/**
 * Numbers the orders and invoices that stand in the journal without a number. There are none in the ordinary way of things, as a
 * number is given in the transaction that journals its order; but data that came another way is put right here.
 */
export async function numberTheRest(
  storage: Storage,
  library: Library,
  journal: Journal,
  setup: string,
): Promise<void> {
  const { orders, last } = await storage.unnumbered()
  const left = orders.length === 0 ? undefined : await numberThem(orders, library, journal, setup)
  await storage.noteNumbered(left === undefined ? last : left.row - 1)
}

/** Gives the first one that cannot be numbered: its sort is none that this program knows, but a later one may. */
function numberThem(
  orders: readonly Unnumbered[],
  library: Library,
  journal: Journal,
  setup: string,
): Promise<Unnumbered | undefined> {
  return journal.write(async () => {
    const { yearOf } = await companyCalendar(library, setup)
    const wished = orders.map((one) => ({
      one,
      wish: numberWish({ collection: one.collection, id: one.order }, parseJson(one.value) ?? null, one.stamp, yearOf),
    }))
    const wishes = []
    for (const { one, wish } of wished) if (wish) wishes.push({ open: await library.open(one.document), wish })
    return { work: { texts: [], wishes }, value: wished.find(({ wish }) => wish === null)?.one }
  })
}
