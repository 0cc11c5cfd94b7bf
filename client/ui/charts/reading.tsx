import { For, Show } from 'solid-js'
import { SeriesMark } from './legend.tsx'
import type { ChartProps, PointPlace } from './series.ts'

/** So many series are told at a point; more would cover the chart. */
const MOST = 10

/** The figures of a point, beside it; screen readers hear them as the value of the plot. */
export function Reading(props: ChartProps & { readonly at: number; readonly place: PointPlace }) {
  const isRight = () => props.place.left + props.place.width / 2 > props.place.room / 2
  const told = () =>
    props.series.flatMap(({ name, values }, index) => {
      const here = values[props.at] ?? null
      return here === null ? [] : [{ name, index, text: props.value(here) }]
    })
  const side = () => {
    if (props.sideways) return { right: '8px', top: `${props.place.top + props.place.height}px` }
    return isRight()
      ? { right: `${props.place.room - props.place.left + 6}px`, top: '4px' }
      : { left: `${props.place.left + props.place.width + 6}px`, top: '4px' }
  }
  return (
    <div class="chart-pointed" aria-hidden="true">
      <div
        class="chart-band"
        style={{
          left: `${props.place.left}px`,
          top: `${props.place.top}px`,
          width: `${props.place.width}px`,
          height: `${props.place.height}px`,
        }}
      />
      <div class="chart-reading" style={side()}>
        <strong class="cut">{props.points[props.at]}</strong>
        <For each={told().slice(0, MOST)}>
          {({ name, index, text }) => (
            <span class="chart-told">
              <SeriesMark all={props.series} index={index} />
              <span class="cut">{name}</span>
              <span class="n">{text}</span>
            </span>
          )}
        </For>
        <Show when={told().length > MOST}>
          <span class="dim">…</span>
        </Show>
      </div>
    </div>
  )
}
