import type { JSX } from 'solid-js'

interface Press {
  readonly target: Element
  readonly index: number
}

/** What a table listens to, so that a press on a row is heard. */
export interface PressHandlers {
  readonly onPointerDown: JSX.EventHandler<HTMLElement, PointerEvent>
  readonly onPointerUp: JSX.EventHandler<HTMLElement, PointerEvent>
  readonly onClick: JSX.EventHandler<HTMLElement, MouseEvent>
}

/**
 * Hears that a row was pressed and let go. Browsers give no click where the element under the pointer was replaced
 * between the two, as cells are while a list fills: such a press counts all the same.
 */
export function hearPress(pressed: (index: number, event: MouseEvent) => void): PressHandlers {
  let press: Press | undefined
  const hear = (index: number | undefined, event: MouseEvent) => index !== undefined && pressed(index, event)
  return {
    onPointerDown: ({ target }) => {
      const index = rowOf(target)
      press = index === undefined ? undefined : { target: target as Element, index }
    },
    onPointerUp: (event) => {
      if (press && !press.target.isConnected && rowOf(event.target) === press.index) hear(press.index, event)
      press = undefined
    },
    onClick: (event) => hear(rowOf(event.target), event),
  }
}

/** The position of the row that an element stands in; none where the element has an act of its own, or text is being selected. */
function rowOf(target: EventTarget | null): number | undefined {
  if (!(target instanceof Element) || target.closest('a, button, input, label')) return undefined
  if (getSelection()?.isCollapsed === false) return undefined
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
  return index === undefined ? undefined : Number(index)
}
