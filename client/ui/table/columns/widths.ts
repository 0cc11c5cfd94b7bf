/** A column may be made as narrow, and as wide (px). */
const LEAST = 56
const MOST = 800
/** What a press of an arrow adds or takes (px). */
const STEP = 16

/** The width that is asked for, within what a column may have. */
export function fitWidth(width: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, width)))
}

/** Changing a column's width at its head: by pulling its edge, or by Shift with an arrow. `onPull` is told on the way. */
export function createWidths(onPull: (width: number) => void, onWidth: (width: number) => void) {
  return {
    keyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
      const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
      if (!event.shiftKey || step === undefined) return
      event.preventDefault()
      event.stopPropagation()
      onWidth(fitWidth(widthOf(event.currentTarget) + step))
    },
    pointerDown(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
      const edge = event.currentTarget
      const [start, before] = [event.clientX, widthOf(edge)]
      event.preventDefault()
      edge.setPointerCapture(event.pointerId)
      let width = before
      const pull = (moved: PointerEvent) => {
        width = fitWidth(before + moved.clientX - start)
        onPull(width)
      }
      const end = () => {
        edge.removeEventListener('pointermove', pull)
        if (width !== before) onWidth(width)
      }
      edge.addEventListener('pointermove', pull)
      edge.addEventListener('lostpointercapture', end, { once: true })
    },
  }
}

/** The present width of the column that an element of its head stands in. */
function widthOf(element: HTMLElement): number {
  return element.closest('th')?.getBoundingClientRect().width ?? LEAST
}
