import { Temporal } from 'temporal-polyfill'

const DAYS = 7
/** Always six weeks, so that the calendar keeps its height. */
const WEEKS = 6

/** The weeks, from Monday, that show the month of a plain date. */
export function weeksOf(date: string): readonly (readonly string[])[] {
  const first = Temporal.PlainDate.from(date).with({ day: 1 })
  const start = first.subtract({ days: first.dayOfWeek - 1 })
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: DAYS }, (_, day) => start.add({ days: week * DAYS + day }).toString()),
  )
}

/** A plain date some days or months on; the end of a shorter month where the day is missing. */
export function later(date: string, by: { readonly days?: number; readonly months?: number }): string {
  return Temporal.PlainDate.from(date).add(by).toString()
}

/** Where a key leads in a calendar; undefined for keys that lead nowhere. */
export function byKey(date: string, key: string, withShift: boolean): string | undefined {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek
  const months = withShift ? 12 : 1
  const steps: Readonly<Record<string, { readonly days?: number; readonly months?: number }>> = {
    ArrowLeft: { days: -1 },
    ArrowRight: { days: 1 },
    ArrowUp: { days: -DAYS },
    ArrowDown: { days: DAYS },
    Home: { days: 1 - weekday },
    End: { days: DAYS - weekday },
    PageUp: { months: -months },
    PageDown: { months },
  }
  const step = steps[key]
  return step && later(date, step)
}
