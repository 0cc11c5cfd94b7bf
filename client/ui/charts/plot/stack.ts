import type { ChartData } from '../series.ts'

/** From where to where a bar goes. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The spans of each series' bars: on the line of zero, or on one another, what is below zero apart. Of lines, from zero. */
export function spansOf({ points, series, stacked = false }: ChartData): readonly (readonly (Span | null)[])[] {
  const up = new Float64Array(points.length)
  const down = new Float64Array(points.length)
  return series.map(({ values, form }) =>
    points.map((_, at) => {
      const value = values[at] ?? null
      if (value === null) return null
      if (!stacked || form === 'line') return { from: 0, to: value }
      const pile = value < 0 ? down : up
      const from = pile[at] ?? 0
      pile[at] = from + value
      return { from, to: from + value }
    }),
  )
}
