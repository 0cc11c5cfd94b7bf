/** Rows that stand one after another, the first of them at `from`. */
export interface Run<R> {
  readonly from: number
  readonly rows: readonly R[]
}

/** The positions that are drawn: from `from` to before `to`. */
interface Seen {
  readonly from: number
  readonly to: number
}

/**
 * The rows of a run that comes in the place of another, from the top down: of those that are drawn `most` are exchanged at each step,
 * further down the earlier ones stand until their turn. The last step gives the whole run; a row that stays costs nothing.
 */
export function* arriving<R>(before: Run<R>, next: Run<R>, seen: Seen, most: number): Generator<readonly R[]> {
  const rows = next.rows.map((row, at) => {
    const position = next.from + at
    const isSeen = position >= seen.from && position < seen.to
    return (isSeen ? before.rows[position - before.from] : undefined) ?? row
  })
  const others = rows.flatMap((row, at) => (row === next.rows[at] ? [] : [at]))
  for (let come = most; come < others.length; come += most) {
    const end = others[come] ?? rows.length
    yield [...next.rows.slice(0, end), ...rows.slice(end)]
  }
  yield next.rows
}
