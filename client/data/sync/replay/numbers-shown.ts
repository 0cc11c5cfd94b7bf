import { orders } from '../../../../shared/orders/collections.ts'
import { formatShown, type ShownNumber } from '../../../../shared/orders/shown.ts'
import type { LiveDocument } from '../../documents/live-document.ts'

/** So many are said at once. */
const AT_ONCE = 500

/** What is to be said of the numbers that orders have in one copy of a document and not in another; nothing as a rule. */
export function numbersToShow(from: LiveDocument, into: LiveDocument): string[] {
  const [had, have] = [from.records(orders), into.records(orders)]
  const numbers: ShownNumber[] = []
  for (const { id, sort, date, madeAt, number } of had.rows()) {
    if (number !== null && sort !== null && have.get(id)?.number !== number)
      numbers.push({ order: id, sort, date: date ?? madeAt, number })
  }
  const parts = Math.ceil(numbers.length / AT_ONCE)
  return Array.from({ length: parts }, (_, i) => formatShown(numbers.slice(i * AT_ONCE, (i + 1) * AT_ONCE)))
}
