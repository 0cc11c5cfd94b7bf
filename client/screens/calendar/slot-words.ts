import type { ShownSlot } from '../../data/queries/calendar/query.ts'
import { choiceLabel, oneLabel } from '../../records/words/labels.ts'
import { useWords } from '../../ui/words/words.tsx'

/** How what stands in the calendar is told. */
export function useSlotWords() {
  const { t, format } = useWords()
  const subject = (slot: ShownSlot) => slot.subject || t('common.nameless')
  const more = ({ customerName, where }: ShownSlot) => [customerName, where].filter(Boolean).join(', ')
  const kind = ({ collection, kind }: ShownSlot) =>
    kind === null ? t(oneLabel(collection)) : t(choiceLabel(collection, 'kind', kind))
  const time = (slot: ShownSlot) => {
    if (slot.day !== null) return t('calendar.wholeDay')
    return slot.end > slot.start ? `${format.time(slot.start)}–${format.time(slot.end)}` : format.time(slot.start)
  }
  const day = (slot: ShownSlot) => (slot.day === null ? format.day(slot.start) : format.date(slot.day))
  const marks = ({ original, isOver, isChanged }: ShownSlot) => [
    original !== null && t(isChanged ? 'calendar.changed' : 'calendar.repeated'),
    isOver && t('calendar.over'),
  ]
  const whole = (slot: ShownSlot) =>
    [kind(slot), subject(slot), day(slot), time(slot), more(slot), ...marks(slot)].filter(Boolean).join(', ')
  return { subject, more, kind, time, whole }
}
