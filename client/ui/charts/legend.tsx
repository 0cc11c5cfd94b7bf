import { For } from 'solid-js'
import { hueStyle } from '../look/hues.ts'
import { type ChartSeries, dashOf, fillOf, hueAt } from './series.ts'

/** The names of the series, each with how it is drawn. */
export function Legend(props: { readonly series: readonly ChartSeries[] }) {
  return (
    <ul class="chart-legend" aria-hidden="true">
      <For each={props.series}>
        {(series, index) => (
          <li>
            <SeriesMark all={props.series} index={index()} />
            <span class="cut" title={series.name}>
              {series.name}
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

/** How a series is drawn: its colour, and what tells it from others without it. */
export function SeriesMark(props: { readonly all: readonly ChartSeries[]; readonly index: number }) {
  const series = () => props.all[props.index]
  const hue = () => {
    const present = series()
    return present && hueAt(present, props.index)
  }
  return (
    <svg
      class="chart-mark hue"
      classList={{ faint: series()?.faint ?? false }}
      style={hueStyle(hue())}
      viewBox="0 0 18 12"
      width="18"
      height="12"
      aria-hidden="true"
    >
      {series()?.form === 'line' ? (
        <line x1="0" y1="6" x2="18" y2="6" stroke-dasharray={dashOf(props.all, props.index).join(' ')} />
      ) : (
        <>
          <rect width="18" height="12" rx="2" />
          <Texture fill={fillOf(props.all, props.index)} />
        </>
      )}
    </svg>
  )
}

const TEXTURES = {
  plain: '',
  slanted: 'M-2 10 L10 -2 M4 14 L16 2 M10 14 L22 2',
  level: 'M0 3 H18 M0 9 H18',
  dotted: 'M3 3h.1M9 3h.1M15 3h.1M6 6h.1M12 6h.1M3 9h.1M9 9h.1M15 9h.1',
} as const

function Texture(props: { readonly fill: keyof typeof TEXTURES }) {
  return <path class="chart-texture" d={TEXTURES[props.fill]} />
}
