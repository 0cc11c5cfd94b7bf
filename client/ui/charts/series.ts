/** A run of figures in a chart, one for each of its points. */
export interface ChartSeries {
  readonly name: string
  /** In whole units (minor ones of money); null: none. */
  readonly values: readonly (number | null)[]
  readonly form: 'line' | 'bar'
  /** Without one, the palette's next. */
  readonly hue?: number
  /** Not what happened but what is expected, or what was before: drawn faintly. */
  readonly faint?: boolean
}

export interface ChartData {
  /** The names of the points, in order. */
  readonly points: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Bars stand on one another instead of side by side. */
  readonly stacked?: boolean
  /** The points go down the side, their bars to the right: for long names. */
  readonly sideways?: boolean
}

export interface ChartProps extends ChartData {
  /** What it shows, in words. */
  readonly label: string
  /** A value in words, and as short as an axis wants it. */
  readonly value: (value: number) => string
  readonly short: (value: number) => string
  /** CSS pixels; sideways, by the number of points. */
  readonly height?: number
  /** A point was pressed, or Enter at it. */
  readonly onOpen?: (point: number) => void
}

/** Where a point stands in the plot, in CSS pixels. */
export interface PointPlace {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** The plot's own width. */
  readonly room: number
}

/** Hues that are told apart when they stand beside each other. */
const PALETTE = [262, 48, 155, 300, 215, 25, 100, 345] as const

export function hueAt(series: ChartSeries, index: number): number {
  return series.hue ?? PALETTE[index % PALETTE.length] ?? PALETTE[0]
}

/** How series are told apart without colours: how a line is broken, or what a bar is filled with. */
const DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3]] as const
export const FILLS = ['plain', 'slanted', 'level', 'dotted'] as const
export type Fill = (typeof FILLS)[number]

/** The place of a series among those of its form. */
function placeOf(all: readonly ChartSeries[], index: number): number {
  return all.slice(0, index).filter(({ form }) => form === all[index]?.form).length
}

export function dashOf(all: readonly ChartSeries[], index: number): readonly number[] {
  // What is expected alone is broken, too.
  const skipped = all.some(({ form, faint }) => form === 'line' && !faint) ? 0 : 1
  return DASHES[(placeOf(all, index) + skipped) % DASHES.length] ?? []
}

export function fillOf(all: readonly ChartSeries[], index: number): Fill {
  return FILLS[placeOf(all, index) % FILLS.length] ?? 'plain'
}
