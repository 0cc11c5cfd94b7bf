import { Show } from 'solid-js'
import type { PlanItem } from '../../../../shared/plans/plan-item.ts'
import { Meter } from '../../../ui/charts/meter.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { createCounted } from '../asking.ts'
import { timeGone } from '../days.ts'
import { Tile } from '../parts/tile.tsx'
import { createTable, totalOf, viewOver } from '../reporting.ts'

/** How much of the posted plan that covers today is done; nothing where none does. The latest of several. */
export function PlanTile(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  const { today, money } = props.around
  const plans = createCounted(() => ({
    collection: 'plans',
    filter: [
      { field: 'from', is: 'atMost', values: [today()] },
      { field: 'until', is: 'atLeast', values: [today()] },
      { field: 'posted', is: 'equal', values: [true] },
    ],
    sort: [{ field: 'date', down: true }],
  }))
  const plan = () => (plans()?.rows as readonly PlanItem[] | undefined)?.[0]
  const planned = () => plan()?.total ?? 0
  const sold = createTable(() => {
    const from = plan()?.from
    return from == null ? null : viewOver('sales', { from, to: today(), measures: ['sum'] })
  }, props.around)
  const done = () => (sold() === undefined ? undefined : Math.round((totalOf(sold()) / planned()) * 100))
  return (
    <Show when={planned() > 0 && plan()}>
      {(present) => (
        <Tile
          title={t('home.plan', { until: format.date(present().until ?? today()) })}
          figure={done() === undefined ? undefined : format.percent(done() ?? 0)}
          to={`/plan-fact?plans=${present().id}`}
        >
          <Meter value={Math.min(done() ?? 0, 100)} hue={155} />
          <span class="home-tile-more">
            {t('home.planOf', { sold: money(totalOf(sold())), planned: money(planned()) })}
          </span>
          <span class="dim">
            {t('home.timeGone', {
              share: format.percent(timeGone(present().from ?? today(), present().until ?? today(), today())),
            })}
          </span>
        </Tile>
      )}
    </Show>
  )
}
