import { batch, type JSX, onMount, Show } from 'solid-js'
import type { GridState } from './create-grid.ts'
import { type Draft, stepAfter } from './editing.ts'

interface EditorProps {
  readonly grid: GridState
  readonly draft: Draft
  readonly box: JSX.CSSProperties
}

/** The field in which a cell is typed: it lies over its cell, wherever that is scrolled to. */
export function Editor(props: EditorProps) {
  const { editing, formats, focus, goTo, isOne, walk, props: grid } = props.grid
  let input: HTMLInputElement | undefined
  const place = () => editing.placeOf(props.draft)
  onMount(() => {
    input?.focus({ preventScroll: true })
    if (!props.draft.isOver) input?.select()
  })
  const act = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') editing.giveUp()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) editing.take(true)
    else {
      const next = stepAfter(event, place(), props.draft.isOver, grid)
      if (!next) return false
      const isWalk = !isOne() && (event.key === 'Enter' || event.key === 'Tab')
      if (editing.take()) {
        if (isWalk) walk(event.key as 'Enter' | 'Tab', event.shiftKey)
        else goTo(next)
      }
    }
    return true
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    batch(() => {
      if (!act(event)) return
      event.preventDefault()
      // Given before anything is drawn anew, the focus costs no layout of its own, and the field goes without it.
      if (!editing.draft()) focus()
    })
  }
  return (
    <div class="grid-editor" classList={{ wrong: editing.wrong() !== undefined }} style={props.box} data-draft>
      <input
        ref={input}
        type="text"
        inputMode="decimal"
        enterkeyhint="next"
        autocomplete="off"
        aria-label={`${formats.rowName(place().row)}, ${formats.columnName(place().column)}`}
        aria-invalid={editing.wrong() === undefined ? undefined : 'true'}
        value={props.draft.text}
        onInput={(event) => editing.input(event.currentTarget.value)}
        onKeyDown={keyDown}
        onBlur={() => editing.leave()}
      />
      <Show when={editing.wrong()}>
        {(wrong) => (
          <p class="grid-wrong" role="alert">
            {wrong()}
          </p>
        )}
      </Show>
    </div>
  )
}
