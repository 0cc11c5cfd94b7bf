import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { IN_CALENDAR } from '../../../../shared/calendar/slots/slot.ts'
import { dayAt } from '../../../../shared/time/days.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useNow } from '../../../records/now.tsx'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { createRemembered } from '../../../ui/look/remembered.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { readShown, type Shown, type ShownWords, VIEWS, writeShown } from './shown.ts'

/** How the calendar is looked at: as its address says, else as on this device last; a phone begins with one day. */
export function useShown() {
  const [words, setWords] = useSearchParams<{ view?: string; date?: string; who?: string; of?: string }>()
  const { zone } = useWords()
  const now = useNow()
  const { person } = useData().account
  const isCompact = createMedia(COMPACT)
  const wide = createRemembered('calendar', VIEWS, () => 'week')
  const narrow = createRemembered('calendar.narrow', VIEWS, () => 'day')
  const today = () => dayAt(now(), zone())
  const usual = (): Shown => ({
    view: (isCompact() ? narrow : wide)[0](),
    date: today(),
    who: person === null ? null : [person],
    of: IN_CALENDAR,
  })
  /** A week does not fit on a phone: it is three days there. */
  const fitting = (read: Shown): Shown => (isCompact() && read.view === 'week' ? { ...read, view: 'threeDays' } : read)
  const shown = createMemo(() => fitting(readShown(words as ShownWords, usual())))
  const views = () => VIEWS.filter((view) => !isCompact() || view !== 'week')
  /** Changes it; the way there and back is the browser's. */
  const show = (change: Partial<Shown>) => {
    const next = { ...shown(), ...change }
    setWords({ ...writeShown(next, usual()), view: next.view })
    if (change.view) (isCompact() ? narrow : wide)[1](change.view)
  }
  return { shown, show, today, views }
}
