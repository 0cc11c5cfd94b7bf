import type uPlot from 'uplot'
import type { PlotOptions } from './looks.ts'
import { cutName, everyHowMany } from './names.ts'

/** The widest that a name gets, in CSS pixels: under its point, and at the side. */
const WIDEST = 104
const WIDEST_AT_SIDE = 168
const TEXT_HEIGHT = 20

/** Steps of the axis of values: whole units only. */
const STEPS = Array.from({ length: 16 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat()

/** The axis of points with their names, then that of values. */
export function axesOf(options: PlotOptions): uPlot.Axis[] {
  return [pointsAxis(options), valuesAxis(options)]
}

function pointsAxis({ data, looks }: PlotOptions): uPlot.Axis {
  const { points, sideways = false } = data
  const most = sideways ? WIDEST_AT_SIDE : WIDEST
  const names = (plot: uPlot) => {
    plot.ctx.font = scaled(looks.font)
    const measure = (text: string) => plot.ctx.measureText(text).width / devicePixelRatio
    const cut = points.map((name) => cutName(name, most, measure))
    return { cut, width: Math.max(0, ...cut.map(measure)) }
  }
  return {
    scale: 'x',
    side: sideways ? 3 : 2,
    font: looks.font,
    stroke: looks.ink,
    gap: 6,
    size: sideways ? (plot) => names(plot).width + 14 : 28,
    grid: { show: false },
    ticks: { show: false },
    splits(plot) {
      const { bbox, width } = plot
      const room = (sideways ? bbox.height : bbox.width) / devicePixelRatio / Math.max(1, points.length)
      const widest = names(plot).width
      const every = everyHowMany(sideways ? TEXT_HEIGHT - 12 : widest, room)
      // The last one's name must not stand out over the edge.
      const hasRoom = (at: number) =>
        sideways || bbox.left / devicePixelRatio + (at + 0.5) * room + widest / 2 <= width + 8
      return points.map((_, at) => at).filter((at) => at % every === 0 && hasRoom(at))
    },
    values: (plot, splits) => splits.map((at) => names(plot).cut[at] ?? ''),
  }
}

function valuesAxis({ data, looks, short }: PlotOptions): uPlot.Axis {
  const { sideways = false } = data
  return {
    scale: 'y',
    side: sideways ? 2 : 3,
    font: looks.font,
    stroke: looks.ink,
    gap: 6,
    space: sideways ? 90 : 36,
    incrs: STEPS,
    size: sideways ? 26 : (plot, values) => widthOf(plot, values ?? [], looks.font) + 14,
    grid: { stroke: looks.line, width: 1 },
    ticks: { show: false },
    values: (_, splits) => splits.map(short),
  }
}

function widthOf(plot: uPlot, texts: readonly string[], font: string): number {
  plot.ctx.font = scaled(font)
  return Math.max(0, ...texts.map((text) => plot.ctx.measureText(text).width / devicePixelRatio))
}

/** The font in the canvas's own pixels. */
function scaled(font: string): string {
  return font.replace(/^([\d.]+)px/, (_, size: string) => `${Number(size) * devicePixelRatio}px`)
}
