import { parseShown, type ShownNumber } from '../../../shared/orders/shown.ts'
import type { LostNumber, Storage } from '../../storage/storage.ts'
import type { Library } from '../documents/library.ts'
import { type Calendar, companyCalendar } from './calendar.ts'
import type { Journal } from './journal.ts'

export interface LostNumbersOptions {
  readonly storage: Storage
  readonly library: Library
  readonly journal: Journal
  /** The name of the document that holds the company's record. */
  readonly setup: string
}

/** Takes the numbers that devices show of orders which a restore has lost (SPEC J32). */
export class LostNumbers {
  readonly #options: LostNumbersOptions

  constructor(options: LostNumbersOptions) {
    this.#options = options
  }

  /** Words that no device says are passed over, as are those said to a company that has lost nothing. */
  take(words: string): Promise<void> {
    const { storage, library, journal, setup } = this.#options
    const shown = parseShown(words)
    return journal.between(async () => {
      if (shown === null || (await storage.restorations()).length === 0) return
      const calendar = await companyCalendar(library, setup)
      await storage.showNumbers(shown.flatMap((one) => lostNumber(one, calendar)))
    })
  }
}

function lostNumber({ order, sort, date, number }: ShownNumber, { yearOf }: Calendar): LostNumber[] {
  const year = yearOf(date)
  return year === null ? [] : [{ order, sort, year, number }]
}
