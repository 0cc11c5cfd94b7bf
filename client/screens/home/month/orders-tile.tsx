import type { Sort } from '../../../../shared/orders/collections.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { createCounted, listOf } from '../asking.ts'
import { growth, monthSoFar, type Span } from '../days.ts'
import { Tile } from '../parts/tile.tsx'

export interface OrdersTileProps {
  readonly around: HomeAround
  readonly sort: Sort
  /** Only those of this person, `@me` for whoever looks. */
  readonly of?: string
}

/** New orders of a sort since the month began: their sum and number, beside as many days of the month before. */
export function OrdersTile(props: OrdersTileProps) {
  const { t, format } = useWords()
  const months = () => monthSoFar(props.around.today())
  const own = () => (props.of === undefined ? [] : [{ field: 'responsible', is: 'in', values: [props.of] } as const])
  const filterOf = ({ from, to }: Span) => [{ field: 'date', is: 'between', values: [from, to] } as const, ...own()]
  const asked = (span: Span) => ({
    collection: 'orders' as const,
    filter: [...filterOf(span), { field: 'sort', is: 'in', values: [props.sort] } as const],
  })
  const now = createCounted(() => asked(months().now))
  const before = createCounted(() => asked(months().before))
  const sum = () => now()?.totals.total ?? 0
  const by = () => {
    const past = before()
    return now() && past ? growth(sum(), past.totals.total ?? 0) : null
  }
  return (
    <Tile
      title={t(`shell.items.${props.sort === 'work' ? 'workOrders' : 'customerOrders'}`)}
      figure={now() && props.around.money(sum())}
      to={listOf(`/orders/${props.sort}`, filterOf(months().now))}
      growth={by()}
      beside={t('home.toDay', { day: format.shortDate(months().before.to) })}
    >
      <span class="home-tile-more">{now() && t('funnel.behind', { n: now()?.count ?? 0 })}</span>
    </Tile>
  )
}
