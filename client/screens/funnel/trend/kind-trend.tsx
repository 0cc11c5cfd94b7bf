import { For, Show } from 'solid-js'
import type { TrendRow } from '../../../../shared/funnel/report/trend.ts'
import { Chart } from '../../../ui/charts/chart.tsx'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Heading } from '../blocks/heading.tsx'
import { arrows } from '../blocks/table/arrows.ts'
import { FigureButton } from '../blocks/table/figure-button.tsx'
import { useHeading } from '../blocks/use-heading.ts'
import { useFunnel } from '../context.tsx'
import type { Way } from './shown.ts'

export interface KindTrendProps {
  readonly kind: string
  readonly rows: readonly TrendRow[]
  readonly months: readonly string[]
  readonly way: Way
}

/** A kind: a line for each of its states, and under these the same figures, each of which opens its orders; a month of the chart opens all of the month's. */
export function KindTrendView(props: KindTrendProps) {
  const { t, format } = useWords()
  const { names, openFigure } = useFunnel()
  const heading = useHeading()
  const label = () => `${heading(props.kind)}: ${t(`funnel.trend.${props.way}`)}`
  const series = () =>
    props.rows.map(({ state, points }) => ({
      name: names.state(state).name,
      values: points.map((point) => point[props.way]),
      form: 'line' as const,
      ...hueOf(names.state(state).hue),
    }))
  return (
    <section class="block" aria-label={heading(props.kind)}>
      <Heading kind={props.kind} />
      <Show when={props.rows.length > 0}>
        <Chart
          label={label()}
          points={props.months.map((month) => format.month(`${month}-01`))}
          series={series()}
          value={(share) => format.percent(share)}
          short={(share) => format.percent(share)}
          onOpen={(month) => openFigure({ of: 'block', kind: props.kind }, props.months[month])}
        />
        <TrendTable {...props} label={label()} />
      </Show>
    </section>
  )
}

function hueOf(hue: number | null) {
  return hue === null ? {} : { hue }
}

function TrendTable(props: KindTrendProps & { readonly label: string }) {
  const { t, format } = useWords()
  return (
    <div class="trend-table">
      <table class="funnel-table" aria-label={props.label} onKeyDown={arrows}>
        <thead>
          <tr>
            <th scope="col">{t('funnel.columns.state')}</th>
            <For each={props.months}>{(month) => <th scope="col">{format.month(`${month}-01`)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>{(row, place) => <TrendLine {...props} row={row} place={place() + 1} />}</For>
        </tbody>
      </table>
    </div>
  )
}

function TrendLine(props: KindTrendProps & { readonly row: TrendRow; readonly place: number }) {
  const { format } = useWords()
  const { names } = useFunnel()
  const state = () => names.state(props.row.state)
  return (
    <tr>
      <th scope="row">
        <StateChip name={state().name} hue={state().hue} number={props.place} />
      </th>
      <For each={props.row.points}>
        {(point, month) => (
          <td>
            <Show when={point[props.way] !== null}>
              <FigureButton
                figure={{ of: 'reached', kind: props.kind, state: props.row.state }}
                of={props.months[month()] ?? ''}
                label={`${state().name}, ${format.month(`${props.months[month()]}-01`)}: ${format.percent(point[props.way] ?? 0)} · ${point.reached}`}
              >
                <span class="strong">{format.percent(point[props.way] ?? 0)}</span>{' '}
                <span class="second">{format.integer(point.reached)}</span>
              </FigureButton>
            </Show>
          </td>
        )}
      </For>
    </tr>
  )
}
