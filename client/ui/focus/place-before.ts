/** What has the focus now; of a menu or pane that is about to close, what opened it. Null where nothing has. */
export function placeBefore(): HTMLElement | null {
  const place = document.activeElement
  const pane = place?.closest('[data-scope="menu"][data-part="content"], [data-scope="popover"][data-part="content"]')
  const opener =
    pane && document.querySelector<HTMLElement>(`[data-part="trigger"][data-controls="${CSS.escape(pane.id)}"]`)
  if (opener) return opener
  return place instanceof HTMLElement && place !== document.body ? place : null
}

/** Where that place is now: of what was drawn anew meanwhile, the element that says in `data-slot` that it is the same. */
export function placeNow(before: HTMLElement | null): HTMLElement | null {
  if (!before || before.isConnected) return before
  const { slot } = before.dataset
  return slot === undefined ? null : document.querySelector<HTMLElement>(`[data-slot="${CSS.escape(slot)}"]`)
}
