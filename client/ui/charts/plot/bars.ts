import type uPlot from 'uplot'
import type { ChartData } from '../series.ts'
import type { Span } from './stack.ts'

/** How much of a point's room its bars take, and how thick one gets at most, in CSS pixels. */
const SHARE = 0.72
const THICKEST = 56

/** Draws the bars of a series at its spans, beside or over those of the others. */
export function barPaths({ series, stacked = false, sideways = false }: ChartData, spans: readonly (Span | null)[]) {
  const bars = series.flatMap(({ form }, index) => (form === 'bar' ? [index] : []))
  const beside = stacked ? 1 : bars.length
  return (plot: uPlot, at: number): uPlot.Series.Paths => {
    const along = (value: number) => plot.valToPos(value, 'x', true)
    const across = (value: number) => plot.valToPos(value, 'y', true)
    const room = Math.abs(along(1) - along(0)) * SHARE
    const thick = Math.max(1, Math.min(room / beside, THICKEST * devicePixelRatio))
    const place = stacked ? 0 : bars.indexOf(at - 1)
    const path = new Path2D()
    for (const [point, span] of spans.entries()) {
      if (!span || span.from === span.to) continue
      const start = along(point) - (thick * beside) / 2 + thick * place
      const [from, to] = [across(span.from), across(span.to)]
      const gap = beside > 1 ? Math.min(1, thick / 8) : 0
      if (sideways) path.rect(Math.min(from, to), start + gap, Math.abs(to - from), thick - 2 * gap)
      else path.rect(start + gap, Math.min(from, to), thick - 2 * gap, Math.abs(to - from))
    }
    return { fill: path, stroke: null }
  }
}
