import { For, Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { offeredAt } from '../../../../shared/features/places.ts'
import { SORTS } from '../../../../shared/orders/collections.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { Standing } from '../parts/standing.tsx'
import { Debtors } from './debtors.tsx'
import { DebtsTile } from './debts-tile.tsx'
import { MonthFunnel } from './month-funnel.tsx'
import { OrdersChart } from './orders-chart.tsx'
import { OrdersTile } from './orders-tile.tsx'
import { PlanTile } from './plan-tile.tsx'
import { SalesChart } from './sales-chart.tsx'
import { SalesTile } from './sales-tile.tsx'

/** «Месяц компании». */
export function Month(props: { readonly around: HomeAround }) {
  const { t } = useWords()
  return (
    <>
      <section class="home-tiles" aria-label={t('home.month')}>
        <SalesTile around={props.around} />
        <Show when={hasFeature('plans')}>
          <PlanTile around={props.around} />
        </Show>
        <For each={offeredAt('sorts', SORTS)}>{(sort) => <OrdersTile around={props.around} sort={sort} />}</For>
        <DebtsTile around={props.around} />
      </section>
      <div class="home-panels">
        <SalesChart around={props.around} />
        <OrdersChart around={props.around} />
        <MonthFunnel around={props.around} />
        <div class="home-column">
          <Debtors around={props.around} />
          <Standing around={props.around} />
        </div>
      </div>
    </>
  )
}
