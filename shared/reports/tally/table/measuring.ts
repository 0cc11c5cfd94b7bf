import { float } from '../../../funnel/columns/cells.ts'
import type { Figures } from '../../answer.ts'
import type { MeasureOf, Need } from '../../sources/source.ts'

/** Works out the figures of a row by its sums, and by those of the total. */
export function figuresBy(
  measures: readonly MeasureOf[],
  needs: readonly Need[],
  width: number,
): (sums: Float64Array, whole: Float64Array) => Figures {
  const all = measures.map((measure) => {
    const places = measure.needs.map((need) => placeOfNeed(needs, need) * width)
    // Read anew for each figure.
    return { measure, places, own: places.map(() => 0), ofAll: places.map(() => 0) }
  })
  return (sums, whole) =>
    all.map(({ measure, places, own, ofAll }) => {
      const figures: (number | null)[] = []
      for (let column = 0; column < width; column++) {
        for (let at = 0; at < places.length; at++) {
          own[at] = float(sums, (places[at] ?? 0) + column)
          ofAll[at] = float(whole, (places[at] ?? 0) + column)
        }
        figures.push(measure.figure(own, ofAll))
      }
      return figures
    })
}

/** Where a need stands among those that are tallied; each once. */
function placeOfNeed(needs: readonly Need[], need: Need): number {
  const text = JSON.stringify(need)
  return needs.findIndex((one) => JSON.stringify(one) === text)
}
