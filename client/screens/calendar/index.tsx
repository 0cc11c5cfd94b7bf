import { useNavigate, useParams } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import { timed, type When } from '../../../shared/calendar/slots/when.ts'
import { useNow } from '../../records/now.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { createOffers } from '../../ui/keys/offers.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Agenda } from './agenda.tsx'
import { Bar } from './bar/bar.tsx'
import { RecordCard } from './card/card.tsx'
import { CalendarProvider, createCalendar } from './context.tsx'
import { Grid } from './grid/grid.tsx'
import { instantOf } from './grid/wall.ts'
import { QuickDialog } from './making/quick-dialog.tsx'
import { useSlotActs } from './moving/use-slot-acts.tsx'
import './calendar.css'

const HOUR = 3_600_000

/** «Календарь». */
export default function CalendarScreen() {
  const { t, zone } = useWords()
  const now = useNow()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const calendar = createCalendar()
  const acts = useSlotActs()
  const mayWrite = useMayWrite('calendarRecords')
  const [making, setMaking] = createSignal<When | null>(null)
  /** The next whole hour of today, the morning of another day. */
  const begin = () => {
    const { date } = calendar.shown()
    const start = date === calendar.today() ? Math.ceil(now() / HOUR) * HOUR : instantOf(`${date}T10:00`, zone())
    setMaking(timed(start, start + HOUR))
  }
  const close = () => navigate(`/calendar${location.search}`, { scroll: false })
  createOffers(() => ({
    heading: t('calendar.title'),
    rows: mayWrite ? [{ id: 'calendar-new', label: t('calendar.new'), icon: Plus, keys: 'n', run: begin }] : [],
  }))
  return (
    <CalendarProvider value={calendar}>
      <Page
        title={t('calendar.title')}
        actions={
          <Show when={mayWrite}>
            <Button look="primary" icon={Plus} onClick={begin}>
              {t('common.create')}
            </Button>
          </Show>
        }
        bar={<Bar />}
      >
        <ListAndCard
          list={
            <Show
              when={calendar.shown().view === 'agenda'}
              fallback={<Grid acts={acts} mayWrite={mayWrite} onMake={setMaking} />}
            >
              <Agenda acts={acts} />
            </Show>
          }
          card={
            params.id && (
              <Show when={params.id} keyed>
                {(id) => <RecordCard id={id} readOnly={!mayWrite} onClose={close} />}
              </Show>
            )
          }
        />
        <acts.Question />
        <Show when={making()} keyed>
          {(when) => <QuickDialog when={when} onClose={() => setMaking(null)} onOpen={acts.open} />}
        </Show>
      </Page>
    </CalendarProvider>
  )
}
