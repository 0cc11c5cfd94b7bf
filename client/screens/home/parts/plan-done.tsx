import { Meter } from '../../../ui/charts/meter.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { timeGone } from '../days.ts'
import { Tile } from './tile.tsx'

export interface PlanDoneProps {
  readonly around: HomeAround
  readonly title: string
  readonly to: string
  /** The days that are planned, plain dates. */
  readonly span: { readonly from: string; readonly until: string }
  /** Minor units. */
  readonly planned: number
  /** Undefined until it is here. */
  readonly sold: number | undefined
}

/** How much of a plan is done, beside how much of its time is gone. */
export function PlanDone(props: PlanDoneProps) {
  const { t, format } = useWords()
  const { today, money } = props.around
  const done = () => (props.sold === undefined ? undefined : Math.round((props.sold / props.planned) * 100))
  return (
    <Tile title={props.title} figure={done() === undefined ? undefined : format.percent(done() ?? 0)} to={props.to}>
      <Meter value={Math.max(0, Math.min(done() ?? 0, 100))} hue={155} />
      <span class="home-tile-more">
        {t('home.planOf', { sold: money(props.sold ?? 0), planned: money(props.planned) })}
      </span>
      <span class="dim">
        {t('home.timeGone', { share: format.percent(timeGone(props.span.from, props.span.until, today())) })}
      </span>
    </Tile>
  )
}
