import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import type uPlot from 'uplot'
import { createMedia } from '../look/media.ts'
import { theme } from '../look/theme.ts'
import { readLooks } from './plot/looks.ts'
import type { ChartProps, PointPlace } from './series.ts'

/** Keeps a chart drawn, anew whenever its figures, its size or the look of the page change. The drawing part is loaded with the first. */
export function createDrawing(props: ChartProps, height: () => number) {
  let chart: HTMLElement | undefined
  let into: HTMLElement | undefined
  const [plot, setPlot] = createSignal<uPlot>()
  const [width, setWidth] = createSignal(0)
  const [made, setMade] = createSignal<typeof import('./plot/plot.ts')>()
  const isDark = createMedia('(prefers-color-scheme: dark)')
  const isContrast = createMedia('(prefers-contrast: more)')

  onMount(() => {
    void Promise.all([import('./plot/plot.ts'), document.fonts.ready]).then(([part]) => setMade(part))
    const sizes = new ResizeObserver(() => setWidth(into?.clientWidth ?? 0))
    if (into) sizes.observe(into)
    onCleanup(() => sizes.disconnect())
  })
  const data = () => ({
    points: props.points,
    series: props.series,
    stacked: props.stacked ?? false,
    sideways: props.sideways ?? false,
  })
  createEffect(
    on([made, width, height, data, () => props.short, theme, isDark, isContrast], ([part, wide, high, present]) => {
      if (!part || !chart || !into || wide === 0) return
      const drawn = part.createPlot(
        { data: present, looks: readLooks(chart), width: wide, height: high, short: props.short },
        into,
      )
      drawn.root.setAttribute('aria-hidden', 'true')
      setPlot(drawn)
      onCleanup(() => drawn.destroy())
    }),
  )
  return {
    watch: (element: HTMLElement) => {
      chart = element
    },
    into: (element: HTMLElement) => {
      into = element
    },
    /** Whether a pointer, not the keyboard, is at it. */
    isPointed: () => into?.matches(':hover') ?? false,
    pointAt: (event: PointerEvent) => pointAt(plot(), event, props),
    placeOf: (point: number) => placeOf(plot(), point, props.sideways ?? false),
  }
}

/** The point nearest to a pointer; null: there is none. */
function pointAt(plot: uPlot | undefined, event: PointerEvent, { points, sideways }: ChartProps): number | null {
  if (!plot || points.length === 0) return null
  const { left, top } = plot.over.getBoundingClientRect()
  const at = Math.round(plot.posToVal(sideways ? event.clientY - top : event.clientX - left, 'x'))
  return Math.min(Math.max(0, at), points.length - 1)
}

function placeOf(plot: uPlot | undefined, point: number, sideways: boolean): PointPlace | undefined {
  if (!plot) return undefined
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = plot.over
  const [one, other] = [plot.valToPos(point - 0.5, 'x'), plot.valToPos(point + 0.5, 'x')]
  const [from, size] = [Math.min(one, other), Math.abs(other - one)]
  const room = plot.width
  return sideways
    ? { left: offsetLeft, top: offsetTop + from, width: offsetWidth, height: size, room }
    : { left: offsetLeft + from, top: offsetTop, width: size, height: offsetHeight, room }
}
