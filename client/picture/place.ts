/** The id of the element in which the picture stands. */
export const PLACE = 'picture'

/** Takes the picture away: what is true now stands under it, or nothing of the kind will. */
export function endPicture(): void {
  document.getElementById(PLACE)?.remove()
}

/** How many rows of a table the picture shows; 1 where there is none, so that the first one stands. */
export function picturedRows(): number {
  return Math.max(1, document.querySelectorAll(`#${PLACE} .table-row`).length)
}
