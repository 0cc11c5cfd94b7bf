import AlarmClock from 'lucide-solid/icons/alarm-clock'
import Banknote from 'lucide-solid/icons/banknote'
import ChartColumn from 'lucide-solid/icons/chart-column'
import ChartNoAxesCombined from 'lucide-solid/icons/chart-no-axes-combined'
import CircleSlash from 'lucide-solid/icons/circle-slash'
import ListChecks from 'lucide-solid/icons/list-checks'
import Phone from 'lucide-solid/icons/phone'
import PhoneCall from 'lucide-solid/icons/phone-call'
import Truck from 'lucide-solid/icons/truck'
import { createMemo, For, Show } from 'solid-js'
import { isOfferedAt } from '../../../../shared/features/places.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import { ownViews, views } from '../../../../shared/lists/collections.ts'
import { READY, type ReadyReport } from '../../../../shared/reports/view/ready.ts'
import { fromKeptView } from '../../../../shared/reports/view/text.ts'
import type { ReportView } from '../../../../shared/reports/view/view.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import type { Icon } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { LIST } from '../context.tsx'
import { READY_NAMES } from '../view/use-title.ts'
import './start.css'

const ICONS: Readonly<Record<ReadyReport, Icon>> = {
  sales: ChartColumn,
  profit: ChartNoAxesCombined,
  debts: Banknote,
  states: ListChecks,
  standing: AlarmClock,
  late: Truck,
  events: Phone,
  calls: PhoneCall,
  losses: CircleSlash,
}

export interface StartProps {
  readonly onOpen: (view: ReportView, kept: string | null) => void
}

/** The ready reports, and those that were kept. */
export function Start(props: StartProps) {
  const { t } = useWords()
  const kept = createKept()
  return (
    <div class="report-start">
      <Show when={kept().length > 0}>
        <Section title={t('reports.start.kept')}>
          <ul class="report-cards kept">
            <For each={kept()}>
              {({ id, name, view, isShared }) => (
                <Card
                  title={name}
                  text={`${t(isShared ? 'reports.start.shared' : 'reports.start.own')} · ${t(`reports.sources.${view.source}`)}`}
                  onOpen={() => props.onOpen(view, id)}
                />
              )}
            </For>
          </ul>
        </Section>
      </Show>
      <Section title={t('reports.start.title')}>
        <p class="dim report-start-text">{t('reports.start.text')}</p>
        <ul class="report-cards">
          <For each={READY_NAMES.filter((name) => isOfferedAt('sources', READY[name].source))}>
            {(name) => (
              <Card
                icon={ICONS[name]}
                title={t(`reports.ready.${name}.title`)}
                text={t(`reports.ready.${name}.text`)}
                onOpen={() => props.onOpen(READY[name], null)}
              />
            )}
          </For>
        </ul>
      </Section>
    </div>
  )
}

interface CardProps {
  readonly icon?: Icon
  readonly title: string
  readonly text: string
  readonly onOpen: () => void
}

function Card(props: CardProps) {
  return (
    <li>
      <button type="button" class="report-card" onClick={() => props.onOpen()}>
        <Show when={props.icon}>{(icon) => icon()({ class: 'icon', 'aria-hidden': 'true' })}</Show>
        <span>
          <strong>{props.title}</strong>
          <span class="dim">{props.text}</span>
        </span>
      </button>
    </li>
  )
}

function createKept() {
  const [own, shared] = [createEvery(ownViews), createEvery(views)]
  return createMemo(() => {
    const rows = [
      ...own().map((row) => ({ row, isShared: false })),
      ...shared().map((row) => ({ row, isShared: true })),
    ]
    const named = rows.flatMap(({ row, isShared }) => {
      const view = row.list === LIST && !row.gone ? fromKeptView(row) : null
      return view ? [{ id: row.id, name: row.name ?? '', view, isShared }] : []
    })
    return sortedByName(named, ({ name }) => name)
  })
}
