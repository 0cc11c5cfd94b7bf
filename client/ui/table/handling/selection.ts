/** Rows that are chosen, by id. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** The row from which Shift reaches on. */
  readonly anchor: string | null
  /** What was chosen when the anchor was set: a range that is drawn anew replaces the last one, not these. */
  readonly base: ReadonlySet<string>
}

export const NOTHING_CHOSEN: Selection = { ids: new Set(), anchor: null, base: new Set() }

/** The selection with one row put in or taken out; Shift then reaches from it. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id, base: next }
}

/** The selection reaching from `anchor` over `range`, the rows from there to where Shift was pressed, both included. */
export function reaching({ base }: Selection, anchor: string, range: readonly string[]): Selection {
  return { ids: new Set([...base, ...range]), anchor, base }
}

/** All of these rows. */
export function chosen(ids: readonly string[]): Selection {
  return { ids: new Set(ids), anchor: null, base: new Set(ids) }
}

/** What the table needs of whoever keeps the selection; rows are named by their positions. */
export interface TableSelection {
  readonly has: (id: string) => boolean
  readonly count: number
  /** Whether a plain tap chooses: on phones, after «Выбрать» or a long press. */
  readonly isChoosing: boolean
  readonly toggle: (index: number) => void
  /** Begins choosing by taps, with a row where a finger rested on one. */
  readonly choose: (index?: number) => void
  /** From the anchor up to a row; where there is no anchor, from `from`. */
  readonly reach: (to: number, from: number) => void
  readonly all: () => void
  readonly clear: () => void
}
