/** A cell's name among those of its board. */
export function cellKey(lane: string | null, state: string): string {
  return JSON.stringify([lane, state])
}
