/** What has the focus now; of a menu or pane that is about to close, what opened it. Null where nothing has. */
export function placeBefore(): HTMLElement | null {
  const place = document.activeElement
  const pane = place?.closest('[data-scope="menu"][data-part="content"], [data-scope="popover"][data-part="content"]')
  const opener =
    pane && document.querySelector<HTMLElement>(`[data-part="trigger"][data-controls="${CSS.escape(pane.id)}"]`)
  if (opener) return opener
  return place instanceof HTMLElement && place !== document.body ? place : null
}
