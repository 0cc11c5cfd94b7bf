import { type GroupHead, isHead, type ListAnswer } from '../../../data/queries/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { createCounted } from '../asking.ts'
import { monthBefore, monthSoFar, type Span } from '../days.ts'
import { Growing } from './growing.tsx'

/** So many days has no month. */
const MOST_DAYS = 40

/** How the sum of new orders has grown since the month began. */
export function OrdersChart(props: { readonly around: HomeAround }) {
  const { t } = useWords()
  const now = createCounted(() => askedFor(monthSoFar(props.around.today()).now))
  const before = createCounted(() => askedFor(monthBefore(props.around.today())))
  return (
    <Growing
      around={props.around}
      title={t('home.growing')}
      to="/funnel?show=trend"
      now={sumsOf(now())}
      before={sumsOf(before())}
    />
  )
}

function askedFor({ from, to }: Span) {
  return {
    collection: 'orders' as const,
    filter: [{ field: 'date', is: 'between', values: [from, to] } as const],
    group: 'date:day',
    rows: MOST_DAYS,
  }
}

function sumsOf(answer: Pick<ListAnswer, 'rows'> | undefined): ReadonlyMap<string, number> | undefined {
  const heads = answer?.rows.filter((row): row is GroupHead => isHead(row))
  return heads && new Map(heads.map(({ group, totals }) => [String(group), totals.total ?? 0]))
}
