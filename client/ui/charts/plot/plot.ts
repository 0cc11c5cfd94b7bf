import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { type ChartData, dashOf, fillOf } from '../series.ts'
import { axesOf } from './axes.ts'
import { barPaths } from './bars.ts'
import { fillStyle, type PlotOptions } from './looks.ts'
import { type Span, spansOf } from './stack.ts'

/** Draws a chart into an element; what is pointed at and read is the chart's own matter. */
export function createPlot(options: PlotOptions, into: HTMLElement): UPlot {
  const { data, width, height } = options
  const spans = spansOf(data)
  const ends = spans.map((one) => one.map((span) => span?.to ?? null))
  const axes: UPlot.Options = {
    width,
    height,
    padding: data.sideways ? [4, 20, 0, 0] : [12, 8, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: scalesOf(data),
    axes: axesOf(options),
    series: [{}, ...data.series.map((_, index) => seriesOf(options, spans, index))],
  }
  return new UPlot(axes, [data.points.map((_, at) => at), ...ends], into)
}

function scalesOf({ points, sideways = false }: ChartData): UPlot.Scales {
  return {
    x: {
      time: false,
      ori: sideways ? 1 : 0,
      dir: sideways ? -1 : 1,
      range: () => [-0.5, Math.max(points.length, 1) - 0.5],
    },
    // Zero is in sight: what does not begin there makes small differences look great.
    y: {
      ori: sideways ? 0 : 1,
      range(_, least, most) {
        const [from, until] = [Math.min(0, least ?? 0), Math.max(0, most ?? 0)]
        return from === until ? [0, 1] : [from * 1.06, until * 1.06]
      },
    },
  }
}

function seriesOf({ data, looks }: PlotOptions, spans: readonly (readonly (Span | null)[])[], index: number) {
  const { form, faint = false } = data.series[index] ?? {}
  const colour = looks.hues[index] ?? looks.ink
  const alpha = faint ? 0.5 : 1
  if (form === 'bar') {
    const fill = (plot: UPlot) => fillStyle(plot.ctx, fillOf(data.series, index), colour, looks.paper)
    return { alpha, fill, paths: barPaths(data, spans[index] ?? []), points: { show: false } }
  }
  return {
    alpha,
    stroke: colour,
    width: 2,
    dash: [...dashOf(data.series, index)],
    points: { show: data.points.length <= 40, size: 6, fill: looks.paper, stroke: colour },
  }
}
