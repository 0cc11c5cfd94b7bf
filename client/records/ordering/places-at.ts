import { placesFor } from '../../../shared/records/declarations/place.ts'

/** What has its place among others. */
export interface Placed {
  readonly id: string
  readonly place: string | null
}

/** The places to be written so that an entry stands where another one does now; none where it stands there. */
export function placesAt(rows: readonly Placed[], moved: string, to: number): [id: string, place: string][] {
  const from = rows.findIndex(({ id }) => id === moved)
  const row = rows[from]
  if (!row || to === from || to < 0 || to >= rows.length) return []
  return placesFor(rows.toSpliced(from, 1).toSpliced(to, 0, row), moved)
}
