import type uPlot from 'uplot'
import type { ChartData } from '../series.ts'
import type { Span } from './stack.ts'

/** How much of a point's room its bars take, and how thick one gets at most, in CSS pixels. */
const SHARE = 0.72
const THICKEST = 56

/** Draws the bars of a series at its spans, beside or over those of the others. */
export function barPaths(
  { points, series, stacked = false, sideways = false }: ChartData,
  spans: readonly (Span | null)[],
) {
  const bars = series.flatMap(({ form }, index) => (form === 'bar' ? [index] : []))
  /** Those that have a bar at a point stand beside each other, around its middle. */
  const at = (point: number) => bars.filter((index) => (series[index]?.values[point] ?? 0) !== 0)
  const beside = stacked ? 1 : Math.max(1, ...points.map((_, point) => at(point).length))
  return (plot: uPlot, place: number): uPlot.Series.Paths => {
    const along = (value: number) => plot.valToPos(value, 'x', true)
    const across = (value: number) => plot.valToPos(value, 'y', true)
    const room = Math.abs(along(1) - along(0)) * SHARE
    const thick = Math.max(1, Math.min(room / beside, THICKEST * devicePixelRatio))
    const path = new Path2D()
    for (const [point, span] of spans.entries()) {
      if (!span || span.from === span.to) continue
      const here = stacked ? [place - 1] : at(point)
      const start = along(point) + thick * (here.indexOf(place - 1) - here.length / 2)
      const [from, to] = [across(span.from), across(span.to)]
      const gap = beside > 1 ? Math.min(1, thick / 8) : 0
      if (sideways) path.rect(Math.min(from, to), start + gap, Math.abs(to - from), thick - 2 * gap)
      else path.rect(start + gap, Math.min(from, to), thick - 2 * gap, Math.abs(to - from))
    }
    return { fill: path, stroke: null }
  }
}
