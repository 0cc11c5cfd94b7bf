import { For } from 'solid-js'
import { SORTS } from '../../../../shared/orders/collections.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { Standing } from '../parts/standing.tsx'
import { DaysChart } from './days-chart.tsx'
import { Debtors } from './debtors.tsx'
import { MonthFunnel } from './month-funnel.tsx'
import { OrdersTile } from './orders-tile.tsx'

/** «Месяц компании». */
export function Month(props: { readonly around: HomeAround }) {
  const { t } = useWords()
  return (
    <>
      <section class="home-tiles" aria-label={t('home.month')}>
        <For each={SORTS}>{(sort) => <OrdersTile around={props.around} sort={sort} />}</For>
      </section>
      <div class="home-panels">
        <DaysChart around={props.around} />
        <MonthFunnel around={props.around} />
        <div class="home-column">
          <Debtors around={props.around} />
          <Standing around={props.around} />
        </div>
      </div>
    </>
  )
}
