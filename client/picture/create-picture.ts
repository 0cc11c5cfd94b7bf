import { type Accessor, createEffect, onCleanup } from 'solid-js'
import { dropPicture } from '../data/page/kept/kept-picture.ts'
import { endBeginning } from '../ui/layout/later.tsx'
import { endPicture, picturedRows } from './place.ts'
import { takePicture } from './take.ts'

/** A list that has come is looked at first, ms; and a picture of each step of a long fetching would be wasted. */
const REST = 1500

/** What a screen's list tells of itself. */
export interface Shown {
  /** How many rows it has, if only remembered ones; null until they have come. */
  readonly rows: Accessor<number | null>
  /** They are true now, and nothing stands beside them. */
  readonly isLive: Accessor<boolean>
}

/**
 * A picture of how this list stood last makes way for the list itself as soon as that is drawn. While the list is live, a
 * new one is kept for the next start, again whenever the page is put out of sight; whoever goes to another screen leaves none.
 */
export function createPicture({ rows, isLive }: Shown): void {
  const keep = () => isLive() && takePicture()
  const hidden = () => document.visibilityState === 'hidden' && keep()
  createEffect(() => {
    const length = rows()
    if (length !== null) onCleanup(endWhenDrawn(length))
  })
  createEffect(() => {
    // One more or one less is another picture.
    if (rows() === null || !isLive()) return
    const timer = setTimeout(keep, REST)
    onCleanup(() => clearTimeout(timer))
  })
  document.addEventListener('visibilitychange', hidden)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', hidden)
    void dropPicture()
  })
}

/** A table draws its rows when it knows its room, and then some at a time. Returns its undo. */
function endWhenDrawn(rows: number): () => void {
  const look = () => {
    const drawn = document.querySelectorAll('#root .table-row:not(.waiting)').length
    if (drawn < Math.min(rows, picturedRows())) frame = requestAnimationFrame(look)
    else begun()
  }
  let frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}

function begun(): void {
  endBeginning()
  endPicture()
}
