import { parseJson } from '../../../shared/records/declarations/value.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Library } from '../documents/library.ts'
import { numberWish } from '../journal/additions.ts'
import { companyCalendar } from '../journal/calendar.ts'
import type { Journal } from '../journal/journal.ts'

/**
 * Numbers the orders that stand in the journal without a number. There are none in the ordinary way of things, as a
 * number is given in the transaction that journals its order; but data that came another way is put right here.
 */
export async function numberTheRest(
  storage: Storage,
  library: Library,
  journal: Journal,
  setup: string,
): Promise<void> {
  const rest = await storage.unnumbered()
  if (rest.length === 0) return
  await journal.write(async () => {
    const { yearOf } = await companyCalendar(library, setup)
    const wishes = []
    for (const { document, order, stamp, value } of rest) {
      const wish = numberWish(order, parseJson(value) ?? null, stamp, yearOf)
      if (wish) wishes.push({ open: await library.open(document), wish })
    }
    return { work: { texts: [], wishes }, value: undefined }
  })
}
