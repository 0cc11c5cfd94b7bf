import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { onCleanup, onMount } from 'solid-js'
import type { Carry } from './carry.ts'

/** Carrying cards by the browser's own dragging: what tiles and cells have in common. Gives a ref for the board. */
export function createMouse(
  carry: Pick<Carry<{ readonly id: string }>, 'drop' | 'cancel'>,
): (element: HTMLElement) => void {
  return (element) =>
    onMount(() => {
      const ends = [
        autoScrollForElements({ element }),
        monitorForElements({
          onDrop: ({ location }) => (location.current.dropTargets.length > 0 ? carry.drop() : carry.cancel()),
        }),
      ]
      onCleanup(() => {
        for (const end of ends) end()
      })
    })
}
