import { createSignal, createUniqueId, Show } from 'solid-js'
import { ChartTable } from './chart-table.tsx'
import { createDrawing } from './drawing.ts'
import { Legend } from './legend.tsx'
import { Reading } from './reading.tsx'
import type { ChartProps } from './series.ts'
import './chart.css'

/** Lines and bars over points with names. Its figures are read at a point by mouse, finger and arrows, and stand as a table for screen readers. */
export function Chart(props: ChartProps) {
  const id = createUniqueId()
  const [at, setAt] = createSignal<number | null>(null)
  const height = () => props.height ?? (props.sideways ? Math.max(120, props.points.length * 32 + 44) : 260)
  const drawing = createDrawing(props, height)
  const point = () => {
    const present = at()
    return present !== null && present < props.points.length ? present : null
  }
  const lookAt = (event: PointerEvent) => setAt(drawing.pointAt(event))
  return (
    <figure class="chart" ref={drawing.watch} aria-labelledby={id}>
      <figcaption class="said" id={id}>
        {props.label}
      </figcaption>
      <Legend series={props.series} />
      <div
        class="chart-plot"
        classList={{ opens: props.onOpen !== undefined }}
        style={{ height: `${height()}px` }}
        role="slider"
        tabIndex={0}
        aria-label={props.label}
        aria-orientation={props.sideways ? 'vertical' : 'horizontal'}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, props.points.length - 1)}
        aria-valuenow={point() ?? 0}
        aria-valuetext={sentenceAt(props, point() ?? 0)}
        onPointerMove={lookAt}
        onPointerDown={lookAt}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setAt(null)}
        onFocus={() => setAt((present) => present ?? (drawing.isPointed() ? null : 0))}
        onBlur={() => setAt(null)}
        onClick={() => open(props, point())}
        onKeyDown={(event) => {
          const next = stepped(event.key, point() ?? 0, props.points.length)
          if (event.key === 'Enter') open(props, point())
          else if (event.key === 'Escape') setAt(null)
          else if (next !== null) setAt(next)
          if (event.key === 'Enter' || next !== null) event.preventDefault()
        }}
      >
        <div class="chart-drawn" ref={drawing.into} />
        <Show when={point() !== null && drawing.placeOf(point() ?? 0)} keyed>
          {(place) => <Reading {...props} at={point() ?? 0} place={place} />}
        </Show>
      </div>
      <ChartTable {...props} />
    </figure>
  )
}

function open({ onOpen }: ChartProps, point: number | null) {
  if (point !== null) onOpen?.(point)
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** The point that a key leads to; null: the key is not for this. */
function stepped(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0
  if (key === 'End') return Math.max(0, count - 1)
  const step = STEPS[key]
  return step === undefined ? null : Math.min(Math.max(0, at + step), Math.max(0, count - 1))
}

function sentenceAt({ points, series, value }: ChartProps, at: number): string {
  const figures = series.flatMap(({ name, values }) => {
    const here = values[at] ?? null
    return here === null ? [] : [`${name}: ${value(here)}`]
  })
  return [points[at] ?? '', ...figures].join('; ')
}
