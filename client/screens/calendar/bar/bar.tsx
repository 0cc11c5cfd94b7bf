import CalendarDays from 'lucide-solid/icons/calendar-days'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { addDays } from '../../../../shared/time/days.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Calendar } from '../../../ui/inputs/dates/calendar.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCalendar } from '../context.tsx'
import { VIEWS, type View } from '../look/shown.ts'
import { stepped } from '../look/span.ts'
import { Whose } from './whose.tsx'

/** Single keys of the views. */
const KEYS: Readonly<Record<View, string>> = { month: 'm', week: 'w', threeDays: 'x', day: 'd', agenda: 'a' }

/** Which days, how, whose and what. */
export function Bar() {
  const { t } = useWords()
  const { shown, show, today, views } = useCalendar()
  const step = (way: 1 | -1) => show({ date: stepped(shown().view, shown().date, way) })
  createOffers(() => ({
    heading: t('calendar.title'),
    rows: [
      { id: 'calendar-today', label: t('common.today'), keys: 't', run: () => show({ date: today() }) },
      { id: 'calendar-previous', label: t('calendar.previous'), keys: 'k', run: () => step(-1) },
      { id: 'calendar-next', label: t('calendar.next'), keys: 'j', run: () => step(1) },
      ...VIEWS.map((view) => ({
        id: `calendar-${view}`,
        label: t(`calendar.views.${view}`),
        keys: KEYS[view],
        run: () => show({ view }),
      })),
    ],
  }))
  return (
    <>
      <Button onClick={() => show({ date: today() })}>{t('common.today')}</Button>
      <span class="calendar-steps">
        <IconButton icon={ChevronLeft} label={t('calendar.previous')} onClick={() => step(-1)} />
        <IconButton icon={ChevronRight} label={t('calendar.next')} onClick={() => step(1)} />
      </span>
      <Days />
      <span class="calendar-space" />
      <Whose />
      <Segmented
        bare
        label={t('calendar.view')}
        class="calendar-views"
        value={shown().view}
        options={views().map((value) => ({ value, label: t(`calendar.views.${value}`) }))}
        onCommit={(view) => show({ view })}
      />
    </>
  )
}

/** The days that are shown; a press leads to others. */
function Days() {
  const { t, format } = useWords()
  const { shown, show, days } = useCalendar()
  const isPhone = createMedia(COMPACT)
  const text = () => {
    const { view, date } = shown()
    const last = addDays(days().after, -1)
    if (view === 'month') return format.month(date)
    if (view === 'day') return isPhone() ? format.date(date) : format.longDate(date)
    return `${format.shortDate(days().first)} – ${isPhone() ? format.shortDate(last) : format.date(last)}`
  }
  return (
    <Popover
      label={t('common.chooseDate')}
      class="calendar-pop"
      trigger={(attributes) => (
        <Button {...attributes} look="ghost" icon={CalendarDays} class="calendar-days">
          <span class="cut">{text()}</span>
        </Button>
      )}
    >
      {(close) => (
        <Calendar
          value={shown().date}
          onPick={(date) => {
            close()
            show({ date })
          }}
        />
      )}
    </Popover>
  )
}
