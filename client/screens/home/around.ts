import { type Accessor, createMemo } from 'solid-js'
import { createCurrency } from '../../records/company.ts'
import { createClock } from '../../records/funnel/clock.ts'
import { currencyScale } from '../../ui/words/format.ts'
import { todayIn } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What all figures of the page are read by. */
export interface HomeAround {
  /** The company's plain date of now: at midnight the page is another day's. */
  readonly today: Accessor<string>
  readonly clock: Accessor<number>
  /** A sum of the company's currency without its minor units: «719 895 ₽». */
  readonly money: (minor: number) => string
  /** The same as short as an axis wants it. */
  readonly short: (minor: number) => string
}

export function createAround(): HomeAround {
  const { format, zone } = useWords()
  const currency = createCurrency()
  const clock = createClock()
  const scale = () => currencyScale(currency())
  return {
    clock,
    today: createMemo(() => {
      clock()
      return todayIn(zone())
    }),
    money: (minor) => `${format.integer(Math.round(minor / 10 ** scale()))}\u00a0${format.sign(currency())}`,
    short: (minor) => format.short(minor, scale()),
  }
}
