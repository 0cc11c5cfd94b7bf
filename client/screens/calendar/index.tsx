import { useNavigate, useParams } from '@solidjs/router'
import CalendarArrowDown from 'lucide-solid/icons/calendar-arrow-down'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import { timed, type When } from '../../../shared/calendar/slots/when.ts'
import { TakingDialog } from '../../records/calendar/taking-dialog.tsx'
import { useTaking } from '../../records/calendar/use-taking.ts'
import { useNow } from '../../records/now.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { createOffers } from '../../ui/keys/offers.ts'
import { Page } from '../../ui/layout/page.tsx'
import { ListAndCard } from '../../ui/layout/side-card.tsx'
import { Menu } from '../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Agenda } from './agenda.tsx'
import { Bar } from './bar/bar.tsx'
import { RecordCard } from './card/card.tsx'
import { CalendarProvider, createCalendar } from './context.tsx'
import { FileDrop } from './files/drop.tsx'
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
  const taking = useTaking((date) => calendar.show({ date }))
  let files: HTMLInputElement | undefined
  const take = { label: t('calendar.files.take'), icon: CalendarArrowDown, run: () => files?.click() }
  /** The next whole hour of today, the morning of another day. */
  const begin = () => {
    const { date } = calendar.shown()
    const start = date === calendar.today() ? Math.ceil(now() / HOUR) * HOUR : instantOf(`${date}T10:00`, zone())
    setMaking(timed(start, start + HOUR))
  }
  const close = () => navigate(`/calendar${location.search}`, { scroll: false })
  createOffers(() => ({
    heading: t('calendar.title'),
    rows: mayWrite
      ? [
          { id: 'calendar-new', label: t('calendar.new'), icon: Plus, keys: 'n', run: begin },
          { id: 'calendar-files', ...take },
        ]
      : [],
  }))
  return (
    <CalendarProvider value={calendar}>
      <Page
        title={t('calendar.title')}
        actions={
          <Show when={mayWrite}>
            <Menu
              label={t('calendar.menu')}
              placement="bottom-end"
              items={[{ ...take, onSelect: take.run }]}
              trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('calendar.menu')} />}
            />
            <Button look="primary" icon={Plus} onClick={begin}>
              {t('common.create')}
            </Button>
          </Show>
        }
        bar={<Bar />}
      >
        <ListAndCard
          list={
            <FileDrop
              taking={taking}
              mayWrite={mayWrite}
              input={(input) => {
                files = input
              }}
            >
              <Show
                when={calendar.shown().view === 'agenda'}
                fallback={<Grid acts={acts} mayWrite={mayWrite} onMake={setMaking} />}
              >
                <Agenda acts={acts} />
              </Show>
            </FileDrop>
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
        <Show when={taking.plan()} keyed>
          {(plan) => <TakingDialog plan={plan} taking={taking} />}
        </Show>
        <Show when={making()} keyed>
          {(when) => <QuickDialog when={when} onClose={() => setMaking(null)} onOpen={acts.open} />}
        </Show>
      </Page>
    </CalendarProvider>
  )
}
