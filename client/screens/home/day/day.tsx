import { For, Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { offeredAt } from '../../../../shared/features/places.ts'
import { ME } from '../../../../shared/filters/filter.ts'
import { SORTS } from '../../../../shared/orders/collections.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { OrdersTile } from '../month/orders-tile.tsx'
import { OrdersPanel } from '../parts/orders-rows.tsx'
import { Standing } from '../parts/standing.tsx'
import { Jobs } from './jobs.tsx'
import { Meetings } from './meetings.tsx'
import { Missed } from './missed.tsx'
import { OwnPlanTile } from './own-plan-tile.tsx'

/** «Мой день». */
export function Day(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  return (
    <>
      <div class="home-panels">
        <div class="home-column">
          <Show when={hasFeature('calendar')}>
            <Meetings around={props.around} />
          </Show>
          <Missed around={props.around} />
          <OrdersPanel
            title={t('home.shipping')}
            nothing={t('home.noneShips')}
            filter={SHIPS_TODAY}
            sort={{ field: 'shipment', down: false }}
            end={({ shipment }) => (shipment === null ? '' : format.shortDate(shipment))}
          />
        </div>
        <div class="home-column">
          <Show when={hasFeature('jobs')}>
            <Jobs around={props.around} />
          </Show>
          <Standing around={props.around} of={ME} />
        </div>
      </div>
      <section class="home-tiles" aria-label={t('home.myMonth')}>
        <h2>{t('home.myMonth')}</h2>
        <Show when={hasFeature('plans')}>
          <OwnPlanTile around={props.around} />
        </Show>
        <For each={offeredAt('sorts', SORTS)}>{(sort) => <OrdersTile around={props.around} sort={sort} of={ME} />}</For>
      </section>
    </>
  )
}

/** Open orders of whoever looks that are to go out today, or were to before. */
const SHIPS_TODAY = [
  { field: 'completed', is: 'equal', values: [false] },
  { field: 'responsible', is: 'in', values: [ME] },
  {
    join: 'or',
    of: [
      { field: 'shipment', is: 'during', values: ['today'] },
      { field: 'shipment', is: 'during', values: ['past'] },
    ],
  },
] as const
