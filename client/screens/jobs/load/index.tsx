import { useParams, useSearchParams } from '@solidjs/router'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, Show } from 'solid-js'
import { LOAD_UNITS, type LoadUnit } from '../../../../shared/jobs/load-table.ts'
import { addDays } from '../../../../shared/time/days.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { ListAndCard } from '../../../ui/layout/side-card.tsx'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { Looks } from '../looks.tsx'
import { OpenJob } from '../open-job.tsx'
import { createJobOpening, NewJobButton } from '../opening.tsx'
import { Behind, type ShownCell } from './behind.tsx'
import { LoadGrid } from './grid.tsx'
import '../jobs.css'
import './load.css'

/** How many columns stand side by side. */
const COUNTS: { readonly [U in LoadUnit]: number } = { day: 14, week: 8 }

/** «Загрузка»: what everybody has to do on which days, beside what he works then. */
export default function LoadScreen() {
  const { t } = useWords()
  const params = useParams<{ id?: string }>()
  const view = createView()
  const opening = createJobOpening(() => '/jobs/load')
  const [shown, show] = createSignal<ShownCell | null>(null)
  const answer = createQuery(() => ({ what: 'load', ...view.asked() }) as const)
  return (
    <Page
      title={t('jobs.load.title')}
      bar={<Bar {...view} />}
      actions={<NewJobButton onCreate={() => opening.create({})} />}
    >
      <ListAndCard
        list={
          <Show when={answer()} fallback={<Waiting />}>
            {(load) => <LoadGrid load={load()} unit={view.unit()} onOpen={show} />}
          </Show>
        }
        card={
          <Show
            when={params.id}
            fallback={
              <Show when={shown()}>
                {(cell) => <Behind cell={cell()} onOpen={opening.open} onClose={() => show(null)} />}
              </Show>
            }
          >
            <OpenJob id={params.id} onClose={() => opening.open(null)} />
          </Show>
        }
      />
    </Page>
  )
}

function Waiting() {
  return (
    <div class="load-waiting">
      <Skeleton lines={8} />
    </div>
  )
}

/** Which days are looked at; they stand in the address. */
function createView() {
  const { zone } = useWords()
  const [search, setSearch] = useSearchParams<{ unit?: string; from?: string }>()
  const unit = (): LoadUnit => LOAD_UNITS.find((one) => one === search.unit) ?? 'day'
  const from = () => (/^\d{4}-\d{2}-\d{2}$/.test(search.from ?? '') ? (search.from as string) : null)
  const step = (sign: 1 | -1) => {
    const days = sign * (unit() === 'day' ? 7 : 28)
    setSearch({ from: addDays(from() ?? todayIn(zone()), days) }, { replace: true })
  }
  return {
    unit,
    isToday: () => from() === null,
    asked: () => ({ unit: unit(), from: from(), count: COUNTS[unit()] }),
    setUnit: (next: LoadUnit) => setSearch({ unit: next === 'day' ? null : next }, { replace: true }),
    step,
    toToday: () => setSearch({ from: null }, { replace: true }),
  }
}

function Bar(props: ReturnType<typeof createView>) {
  const { t } = useWords()
  const isPhone = createMedia(COMPACT)
  return (
    <>
      <Looks shown="load" />
      <Segmented
        bare
        label={t('jobs.load.unit')}
        value={props.unit()}
        options={LOAD_UNITS.map((value) => ({ value, label: t(`jobs.load.${value}`) }))}
        onCommit={props.setUnit}
      />
      <div class="load-steps">
        <IconButton icon={ChevronLeft} label={t('jobs.load.earlier')} onClick={() => props.step(-1)} />
        <Button size="small" look="ghost" disabled={props.isToday()} onClick={() => props.toToday()}>
          {t('jobs.load.today')}
        </Button>
        <IconButton icon={ChevronRight} label={t('jobs.load.later')} onClick={() => props.step(1)} />
      </div>
      <Show when={!isPhone()}>
        <span class="dim load-legend">{t('jobs.load.legend')}</span>
      </Show>
    </>
  )
}
