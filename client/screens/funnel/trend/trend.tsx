import FunnelIcon from 'lucide-solid/icons/funnel'
import { createEffect, createMemo, createSignal, For, Match, onCleanup, Switch } from 'solid-js'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { KindTrendView } from './kind-trend.tsx'
import { WAYS, type Way } from './shown.ts'
import { createTrend } from './use-trend.ts'
import './trend.css'

/** How conversion went by months: for each kind a chart of its states, and the same as a table. */
export function TrendView() {
  const { t } = useWords()
  const trend = createTrend()
  const [way, setWay] = createSignal<Way>('next')
  const ids = createMemo(() => trend.kinds()?.map(({ kind }) => kind))
  const funnel = useFunnel()
  createEffect(() => {
    const kinds = trend.kinds()
    funnel.showTrend(kinds ? { months: trend.months(), kinds, way: way() } : null)
  })
  onCleanup(() => funnel.showTrend(null))
  const rowsOf = (kind: string) => trend.kinds()?.find((one) => one.kind === kind)?.rows ?? []
  return (
    <div class="funnel">
      <Segmented
        label={t('funnel.trend.way')}
        bare
        value={way()}
        options={WAYS.map((value) => ({ value, label: t(`funnel.trend.${value}`) }))}
        onCommit={setWay}
      />
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={ids()?.length === 0}>
          <EmptyState title={t('funnel.empty.title')} text={t('funnel.empty.text')} icon={FunnelIcon} />
        </Match>
        <Match when={ids()}>
          <For each={ids()}>
            {(kind) => <KindTrendView kind={kind} rows={rowsOf(kind)} months={trend.months()} way={way()} />}
          </For>
          <p class="funnel-notes">{t('funnel.trend.note')}</p>
        </Match>
      </Switch>
    </div>
  )
}
