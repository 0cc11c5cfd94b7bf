import type { ChartData, Fill } from '../series.ts'

/** What a chart is drawn with, as the page's look has it at the moment. */
export interface Looks {
  readonly ink: string
  readonly line: string
  readonly paper: string
  readonly font: string
  /** A colour for each series. */
  readonly hues: readonly string[]
}

export interface PlotOptions {
  readonly data: ChartData
  readonly looks: Looks
  readonly width: number
  readonly height: number
  /** A value as the axis writes it. */
  readonly short: (value: number) => string
}

/** Reads them of the page: a canvas knows no tokens. */
export function readLooks(chart: HTMLElement): Looks {
  const of = getComputedStyle(chart)
  const hues = [...chart.querySelectorAll('.chart-mark')].map((mark) => getComputedStyle(mark).color)
  return {
    ink: of.color,
    line: of.borderTopColor,
    paper: of.backgroundColor,
    font: `${of.fontSize} ${of.fontFamily}`,
    hues,
  }
}

const TILE = 6

/** What a bar is filled with: its colour, with lines or dots of the paper in it. */
export function fillStyle(
  context: CanvasRenderingContext2D,
  fill: Fill,
  colour: string,
  paper: string,
): string | CanvasPattern {
  if (fill === 'plain') return colour
  const ratio = devicePixelRatio
  const tile = document.createElement('canvas')
  tile.width = tile.height = Math.round(TILE * ratio)
  const ink = tile.getContext('2d')
  if (!ink) return colour
  ink.scale(tile.width / TILE, tile.height / TILE)
  ink.fillStyle = colour
  ink.fillRect(0, 0, TILE, TILE)
  ink.strokeStyle = ink.fillStyle = paper
  ink.globalAlpha = 0.5
  drawOn[fill](ink)
  return context.createPattern(tile, 'repeat') ?? colour
}

const drawOn: Readonly<Record<Exclude<Fill, 'plain'>, (ink: CanvasRenderingContext2D) => void>> = {
  slanted(ink) {
    ink.lineWidth = 1.4
    ink.beginPath()
    for (const from of [-TILE, 0, TILE]) {
      ink.moveTo(from - 1, TILE + 1)
      ink.lineTo(from + TILE + 1, -1)
    }
    ink.stroke()
  },
  level: (ink) => ink.fillRect(0, 0, TILE, 1.5),
  dotted(ink) {
    ink.beginPath()
    ink.arc(TILE / 2, TILE / 2, 1.3, 0, 7)
    ink.fill()
  },
}
