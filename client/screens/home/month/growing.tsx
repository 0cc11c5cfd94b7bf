import { createMemo, Show } from 'solid-js'
import { Chart } from '../../../ui/charts/chart.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { addedUp, daysOfMonth, monthBefore } from '../days.ts'
import { Panel } from '../parts/panel.tsx'

export interface GrowingProps {
  readonly around: HomeAround
  readonly title: string
  readonly to?: string
  /** Sums by day of this month, and of the month before; undefined until they are here. */
  readonly now: ReadonlyMap<string, number> | undefined
  readonly before: ReadonlyMap<string, number> | undefined
  readonly onOpen?: (day: string) => void
}

/** How a sum has grown day by day since the month began, with the month before faintly behind it. */
export function Growing(props: GrowingProps) {
  const { format } = useWords()
  const { today, money, short } = props.around
  const days = createMemo(() => daysOfMonth(today()))
  const past = () => monthBefore(today())
  const series = createMemo(() => [
    { name: format.month(today()), values: addedUp(days(), props.now ?? NONE, today()), form: 'line' as const },
    {
      name: format.month(past().from),
      values: addedUp(daysOfMonth(past().from), props.before ?? NONE, past().to).slice(0, days().length),
      form: 'line' as const,
      faint: true,
    },
  ])
  const open = (point: number) => {
    const day = days()[point]
    if (day) props.onOpen?.(day)
  }
  return (
    <Panel title={props.title} to={props.to}>
      <Show when={props.now && props.before}>
        <Chart
          label={props.title}
          points={days().map(format.shortDate)}
          series={series()}
          value={money}
          short={short}
          height={200}
          {...(props.onOpen && { onOpen: open })}
        />
      </Show>
    </Panel>
  )
}

const NONE: ReadonlyMap<string, number> = new Map()
