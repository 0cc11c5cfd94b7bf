/** What is around all toasts, and the panes that are open before the page, the uppermost last. */
let region: HTMLElement | undefined
const panes: HTMLElement[] = []

/** Puts toasts on the page, over all else: they are of the browser's top layer. Returns its undo. */
export function standToasts(element: HTMLElement): () => void {
  region = element
  settle()
  return () => {
    region = undefined
    element.remove()
  }
}

/**
 * What is said while a dialog or another modal pane is open is said inside of it, behind its last button: nothing else of the page
 * is in reach of keys and of screen readers then. Returns its undo.
 */
export function hostToasts(pane: HTMLElement): () => void {
  panes.push(pane)
  settle()
  return () => {
    panes.splice(panes.indexOf(pane), 1)
    settle()
  }
}

function settle(): void {
  const place = panes.at(-1) ?? document.body
  if (!region || region.parentElement === place) return
  place.append(region)
  region.showPopover()
}

const sheets = new Set<HTMLElement>()

/** What is said while a sheet stands at the lower edge stands over it; the styles say on which screens. Returns its undo. */
export function raiseToasts(sheet: HTMLElement): () => void {
  const { style } = document.documentElement
  const measure = () => {
    const height = Math.max(0, ...[...sheets].map((one) => one.offsetHeight))
    style.setProperty('--sheet', `${height}px`)
  }
  const watch = new ResizeObserver(measure)
  sheets.add(sheet)
  watch.observe(sheet)
  return () => {
    sheets.delete(sheet)
    watch.disconnect()
    measure()
  }
}
