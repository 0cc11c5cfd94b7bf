import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** What is carried to a group: another group, or goods. */
export type Carried = { readonly group: string } | { readonly products: readonly string[] }

interface Carriable {
  /** Null: nothing to be carried now. */
  readonly carried: () => Carried | null
  /** What is seen under the pointer. */
  readonly label: () => string
}

/** Lets an element be carried by mouse, and by a long press of a finger where the browser does that. */
export function carriable(element: HTMLElement, { carried, label }: Carriable): void {
  onMount(() =>
    onCleanup(
      draggable({
        element,
        canDrag: () => carried() !== null,
        getInitialData: () => ({ ...carried() }),
        onGenerateDragPreview: ({ nativeSetDragImage }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            render({ container }) {
              container.className = 'carried-preview'
              container.textContent = label()
            },
          }),
      }),
    ),
  )
}

interface Taking {
  readonly takes: (carried: Carried) => boolean
  readonly onTake: (carried: Carried) => void
}

/** A place where something can be put; `isOver` while what it takes is held over it. */
export function createTaker({ takes, onTake }: Taking): {
  readonly isOver: Accessor<boolean>
  readonly watch: (element: HTMLElement) => void
} {
  const [isOver, setOver] = createSignal(false)
  const watch = (element: HTMLElement) =>
    onMount(() =>
      onCleanup(
        dropTargetForElements({
          element,
          canDrop: ({ source }) => {
            const carried = carriedIn(source.data)
            return carried !== null && takes(carried)
          },
          onDragEnter: () => setOver(true),
          onDragLeave: () => setOver(false),
          onDrop({ source }) {
            setOver(false)
            const carried = carriedIn(source.data)
            if (carried) onTake(carried)
          },
        }),
      ),
    )
  return { isOver, watch }
}

function carriedIn(data: { readonly [name: string | symbol]: unknown }): Carried | null {
  if (typeof data.group === 'string') return { group: data.group }
  return Array.isArray(data.products) ? { products: data.products } : null
}
