import type { Calendar } from '@event-calendar/core'
import { useWords } from '../../../ui/words/words.tsx'
import { useCalendar } from '../context.tsx'
import { useDayName } from '../day-name.ts'

/** The heads of days: in a month a day's number in its cell, else weekday and number over it; special days by their names. */
export function createHeads() {
  const { format } = useWords()
  const calendar = useCalendar()
  const nameOf = useDayName()
  const headOf = (date: Date, text: (day: string) => string): Calendar.Content => {
    const day = dayOf(date)
    const name = nameOf(calendar.working(), day)
    const isRest = calendar.working().day(day).hours === null
    const number = part(isRest ? 'day-number rest-day' : 'day-number', text(day))
    return { domNodes: name === null ? [number] : [number, part('day-name', name)] }
  }
  return {
    cell: (date: Date) => headOf(date, (day) => String(Number(day.slice(8)))),
    head: (date: Date) => headOf(date, (day) => `${format.weekday(day, 'short')}, ${Number(day.slice(8))}`),
    said: (date: Date) =>
      [format.longDate(dayOf(date)), nameOf(calendar.working(), dayOf(date))].filter(Boolean).join(', '),
    weekday: (date: Date) => format.weekday(dayOf(date), 'short'),
  }
}

/** The grid gives days as the device's own midnights. */
function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function part(name: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = name
  element.textContent = text
  return element
}
