/** The id of the element in which the picture stands. */
export const PLACE = 'picture'

let isOver = false

/** Whether what is true now stands there: a picture that comes later is not shown. */
export function isPictureOver(): boolean {
  return isOver
}

/** Takes the picture away: what is true now stands under it, or nothing of the kind will. */
export function endPicture(): void {
  isOver = true
  document.getElementById(PLACE)?.remove()
}

/** How many rows of a table the picture shows; 1 where there is none, so that the first one stands. */
export function picturedRows(): number {
  return Math.max(1, Number(document.getElementById(PLACE)?.dataset.rows ?? 0))
}
