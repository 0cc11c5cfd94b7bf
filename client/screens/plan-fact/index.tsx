import { Match, Show, Switch } from 'solid-js'
import { Link } from '../../ui/actions/link.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { COMPACT, createMedia } from '../../ui/look/media.ts'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Bar } from './bar/bar.tsx'
import { Behind } from './behind/behind.tsx'
import { PlanFactProvider, usePlanFact } from './context.tsx'
import { FileActs } from './files/file-acts.tsx'
import { FactChart } from './shown/chart.tsx'
import { Notices } from './shown/notices.tsx'
import { OnePeriod } from './shown/one-period.tsx'
import { Summary } from './shown/summary.tsx'
import { FactTable } from './shown/table.tsx'
import './plan-fact.css'

/** «План-факт»: plans of sales beside what was sold and what is expected. */
export default function PlanFactScreen() {
  const { t } = useWords()
  return (
    <PlanFactProvider>
      <Page title={t('planFact.title')} actions={<FileActs />} bar={<Bar />}>
        <Shown />
      </Page>
      <Behind />
    </PlanFactProvider>
  )
}

function Shown() {
  const { t } = useWords()
  const { view, answer, plans } = usePlanFact()
  const isCompact = createMedia(COMPACT)
  return (
    <Switch fallback={<Skeleton lines={8} />}>
      <Match when={plans()?.length === 0}>
        <EmptyState title={t('planFact.noPlans')} text={t('planFact.noPlanText')}>
          <Link href="/plans">{t('planFact.toPlans')}</Link>
        </EmptyState>
      </Match>
      <Match when={plans() && (view().plans.length === 0 || answer()?.plans.length === 0)}>
        <EmptyState title={t('planFact.noPlan')} text={t('planFact.noPlanText')} />
      </Match>
      <Match when={answer()}>
        <div class="plan-fact">
          <Notices />
          <Summary />
          <FactChart />
          <Show when={isCompact()} fallback={<FactTable />}>
            <OnePeriod />
          </Show>
          <section class="fact-rules dim" aria-label={t('planFact.rules')}>
            <p>{t('planFact.rulePace')}</p>
            <p>{t('planFact.ruleOpen')}</p>
          </section>
        </div>
      </Match>
    </Switch>
  )
}
