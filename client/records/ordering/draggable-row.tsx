import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import GripVertical from 'lucide-solid/icons/grip-vertical'
import { createSignal, onCleanup, onMount, type ParentProps, Show } from 'solid-js'
import { IconButton } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import './ordering.css'

/** A row of a list whose order people choose. */
export interface DraggableRowProps extends ParentProps {
  /** Rows are put among those of the same list alone. */
  readonly list: string
  readonly id: string
  /** Where it stands, from 0, of how many. */
  readonly at: number
  readonly count: number
  readonly mayWrite: boolean
  /** Puts the row called `id` where another one stands. */
  readonly onMove: (id: string, to: number) => void
}

/** It is dragged by its grip; keys and fingers have the arrows. */
export function DraggableRow(props: DraggableRowProps) {
  const { t } = useWords()
  const [isOver, setOver] = createSignal(false)
  let row: HTMLLIElement | undefined
  let grip: HTMLSpanElement | undefined
  onMount(() => {
    if (!row || !grip || !props.mayWrite) return
    const ofList = (data: Record<string | symbol, unknown>) => data.list === props.list && data.id !== props.id
    const end = combine(
      draggable({ element: row, dragHandle: grip, getInitialData: () => ({ list: props.list, id: props.id }) }),
      dropTargetForElements({
        element: row,
        canDrop: ({ source }) => ofList(source.data),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false)
          props.onMove(String(source.data.id), props.at)
        },
      }),
    )
    onCleanup(end)
  })
  return (
    <li ref={row} class="ordered-row" classList={{ over: isOver() }}>
      <Show when={props.mayWrite}>
        <span ref={grip} class="ordered-grip" aria-hidden="true">
          <GripVertical class="icon" />
        </span>
      </Show>
      {props.children}
      <Show when={props.mayWrite}>
        <span class="ordered-acts">
          <IconButton
            icon={ArrowUp}
            label={t('common.up')}
            disabled={props.at === 0}
            onClick={() => props.onMove(props.id, props.at - 1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('common.down')}
            disabled={props.at === props.count - 1}
            onClick={() => props.onMove(props.id, props.at + 1)}
          />
        </span>
      </Show>
    </li>
  )
}
