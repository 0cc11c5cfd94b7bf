import type { ReadEvent } from '../../../shared/calendar/ical/reading/component.ts'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel } from '../words/labels.ts'
import type { Planned } from './plan.ts'

/** How a record of a file is told. */
export function useTold() {
  const { t, format } = useWords()
  const when = ({ when }: ReadEvent) => {
    if (when.day !== null) return [...new Set([when.day, when.lastDay])].map(format.date).join(' – ')
    const start = format.dateTime(when.start)
    if (when.end === when.start) return start
    const isSameDay = format.day(when.start) === format.day(when.end)
    return `${start}–${isSameDay ? format.time(when.end) : format.dateTime(when.end)}`
  }
  const repeated = ({ repeat }: ReadEvent) => repeat !== null && t('calendar.repeated')
  const said = ({ participants }: ReadEvent) =>
    participants.map(({ name, email, answer }) =>
      [name ?? email, answer && t(choiceLabel('calendarRecords', 'answer', answer)).toLowerCase()]
        .filter(Boolean)
        .join(': '),
    )
  /** When, where; of a reply who said what. */
  const more = ({ event, read }: Planned) => {
    if (event === null) return ''
    const rest = read.asked === 'answer' ? said(event) : [event.where, event.organizer]
    return [when(event), repeated(event), ...rest].filter(Boolean).join(' · ')
  }
  return { more }
}
