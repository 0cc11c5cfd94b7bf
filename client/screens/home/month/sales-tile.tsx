import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { growth, monthSoFar } from '../days.ts'
import { Tile } from '../parts/tile.tsx'
import { createTable, reportAt, totalOf, viewOver } from '../reporting.ts'

/** What was sold since the month began, beside as many days of the month before. */
export function SalesTile(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  const months = () => monthSoFar(props.around.today())
  const view = () => viewOver('sales', { ...months().now, measures: ['sum', 'orders'] })
  const now = createTable(view, props.around)
  const before = createTable(() => viewOver('sales', { ...months().before, measures: ['sum'] }), props.around)
  const by = () => (now() && before() ? growth(totalOf(now()), totalOf(before())) : null)
  return (
    <Tile
      title={t('home.sales')}
      figure={now() && props.around.money(totalOf(now()))}
      to={reportAt({ ...view(), rows: ['category'] })}
      growth={by()}
      beside={t('home.toDay', { day: format.shortDate(months().before.to) })}
    >
      <span class="home-tile-more">{now() && t('funnel.behind', { n: totalOf(now(), 1) })}</span>
    </Tile>
  )
}
