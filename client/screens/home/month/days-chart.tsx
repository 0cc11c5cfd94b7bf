import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { type GroupHead, isHead, type ListAnswer } from '../../../data/queries/query.ts'
import { Chart } from '../../../ui/charts/chart.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { createCounted, listOf } from '../asking.ts'
import { addedUp, daysOfMonth, monthBefore } from '../days.ts'
import { Panel } from '../parts/panel.tsx'

/** So many days has no month. */
const MOST_DAYS = 40

/** How the sum of new orders has grown day by day, with the month before faintly behind it. */
export function DaysChart(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  const navigate = useNavigate()
  const { today, money, short } = props.around
  const days = createMemo(() => daysOfMonth(today()))
  const span = () => ({ from: days()[0] ?? today(), to: days().at(-1) ?? today() })
  const past = () => monthBefore(today())
  const now = createCounted(() => askedFor(span()))
  const before = createCounted(() => askedFor(past()))
  const series = createMemo(() => [
    {
      name: format.month(today()),
      values: addedUp(days(), sumsOf(now()), today()),
      form: 'line' as const,
    },
    {
      name: format.month(past().from),
      values: addedUp(daysOfMonth(past().from), sumsOf(before()), past().to).slice(0, days().length),
      form: 'line' as const,
      faint: true,
    },
  ])
  const open = (point: number) => {
    const day = days()[point]
    if (day) navigate(listOf('/orders/customer', [{ field: 'date', is: 'between', values: [day, day] }]))
  }
  return (
    <Panel title={t('home.growing')} wide>
      <Show when={now() && before()}>
        <Chart
          label={t('home.growing')}
          points={days().map(format.shortDate)}
          series={series()}
          value={money}
          short={short}
          height={220}
          onOpen={open}
        />
      </Show>
    </Panel>
  )
}

function askedFor({ from, to }: { readonly from: string; readonly to: string }) {
  return {
    collection: 'orders' as const,
    filter: [{ field: 'date', is: 'between', values: [from, to] } as const],
    group: 'date:day',
    rows: MOST_DAYS,
  }
}

function sumsOf(answer: Pick<ListAnswer, 'rows'> | undefined): ReadonlyMap<string, number> {
  const heads = (answer?.rows ?? []).filter((row): row is GroupHead => isHead(row))
  return new Map(heads.map(({ group, totals }) => [String(group), totals.total ?? 0]))
}
