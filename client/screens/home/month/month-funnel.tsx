import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { addDays, startOfDay } from '../../../../shared/time/days.ts'
import { WHOLE_FUNNEL } from '../../../data/queries/funnel/query.ts'
import type { FunnelQuery } from '../../../data/queries/query.ts'
import { createReport } from '../../../records/funnel/use-report.ts'
import { createKinds } from '../../../records/process/process.ts'
import { Meter } from '../../../ui/charts/meter.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { daysOfMonth } from '../days.ts'
import { Panel } from '../parts/panel.tsx'

/** The funnel of the month as a picture: how far the orders of each kind have come. */
export function MonthFunnel(props: { readonly around: HomeAround }) {
  const { t, zone } = useWords()
  const query = createMemo(
    (): FunnelQuery | null => {
      const days = daysOfMonth(props.around.today())
      const from = startOfDay(days[0] ?? props.around.today(), zone())
      const to = startOfDay(addDays(days.at(-1) ?? props.around.today(), 1), zone())
      return { ...WHOLE_FUNNEL, period: { from, to, basis: 'order' } }
    },
    null,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const report = createReport(query, props.around.clock)
  const blocks = () => report()?.blocks.filter(({ orders, rows }) => orders > 0 && rows.length > 0)
  return (
    <Panel title={t('home.funnel')} to="/funnel">
      <Show when={blocks()?.length !== 0} fallback={<p class="dim home-nothing">{t('home.noOrders')}</p>}>
        <For each={blocks()}>{(block) => <KindFunnel block={block} />}</For>
      </Show>
    </Panel>
  )
}

function KindFunnel(props: { readonly block: FunnelBlock }) {
  const { format, t } = useWords()
  const kinds = createKinds()
  const kind = () => kinds().find(({ id }) => id === props.block.kind)
  const stateOf = (id: string) => kind()?.states.find((state) => state.id === id)
  return (
    <div class="home-funnel">
      <h3 class="cut">{kind()?.name ?? t('orders.missingKind')}</h3>
      <ul>
        <For each={props.block.rows}>
          {(row) => (
            <li>
              <A class="home-step" href={`/funnel?figure=reached.${props.block.kind}.s${row.state}`}>
                <span class="cut">{stateOf(row.state)?.name ?? t('orders.missingState')}</span>
                <b>{format.integer(row.reached)}</b>
                <span class="dim">{row.fromFirst === null ? '' : format.percent(row.fromFirst)}</span>
                <Meter value={Math.min(row.fromFirst ?? 0, 100)} hue={stateOf(row.state)?.hue ?? null} />
              </A>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
