import { IN_CALENDAR, type InCalendar } from '../../../../shared/calendar/slots/slot.ts'

/** Ways to look at the calendar. */
export const VIEWS = ['month', 'week', 'threeDays', 'day', 'agenda'] as const
export type View = (typeof VIEWS)[number]

/** How the calendar is looked at: what its address says. */
export interface Shown {
  readonly view: View
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** By id in `people`; null: everybody's, nobody's too. */
  readonly who: readonly string[] | null
  readonly of: readonly InCalendar[]
}

/** The words of an address as it writes them. */
export interface ShownWords {
  readonly view?: string | undefined
  readonly date?: string | undefined
  readonly who?: string | undefined
  readonly of?: string | undefined
}

const EVERYBODY = 'all'
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Reads an address; what it does not say, or says in words that are none, is as `usual`. */
export function readShown({ view, date, who, of }: ShownWords, usual: Shown): Shown {
  const collections = IN_CALENDAR.filter((one) => (of ?? '').split(',').includes(one))
  return {
    view: VIEWS.find((one) => one === view) ?? usual.view,
    date: date !== undefined && isDate(date) ? date : usual.date,
    who: who === undefined ? usual.who : who === EVERYBODY ? null : who.split(',').filter(Boolean),
    of: collections.length > 0 ? collections : usual.of,
  }
}

/** Writes what differs from `usual`; the rest is left out of the address. */
export function writeShown({ view, date, who, of }: Shown, usual: Shown): ShownWords {
  const told = (words: string, usualWords: string) => (words === usualWords ? undefined : words)
  return {
    view: told(view, usual.view),
    date: told(date, usual.date),
    who: told(people(who), people(usual.who)),
    of: told(of.join(','), usual.of.join(',')),
  }
}

function people(who: Shown['who']): string {
  return who === null ? EVERYBODY : who.join(',')
}

function isDate(text: string): boolean {
  return DATE.test(text) && new Date(`${text}T00:00Z`).toISOString().startsWith(text)
}
