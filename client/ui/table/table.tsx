import { createEffect, createSelector, createSignal, createUniqueId, For, on, Show } from 'solid-js'
import { Head } from './columns/head.tsx'
import { createTracks } from './columns/tracks.ts'
import { createTableKeys } from './handling/keys.ts'
import { createTableNotes } from './handling/notes.ts'
import { createOpening } from './handling/opening.ts'
import { createTableFinger, createTablePointer } from './handling/pointer.ts'
import { Foot, Nothing, Stuck } from './parts.tsx'
import type { TableProps } from './props.ts'
import { Row } from './row.tsx'
import { createView } from './view.ts'
import './table.css'

export type { Column, Sort } from './columns/columns.ts'

/** A window on a list of any length. */
export function Table<R, G = never>(props: TableProps<R, G>) {
  const id = createUniqueId()
  const [active, setActive] = createSignal(-1)
  const isActive = createSelector(active)
  const view = createView({
    count: () => props.count,
    canBeCompact: props.compact !== undefined,
    hasFooter: () => props.footer !== undefined,
    anchor: active,
    onRange: (from, to) => props.onRange(from, to),
  })
  const { slots } = view
  const idOf = (slot: number) => `${id}-${slot}`
  const activeId = () => {
    const slot = slots.slotOf(active())
    return slot === undefined ? undefined : idOf(slot)
  }
  const { columns, tracks, least, pull } = createTracks(props, view)
  const open = createOpening(props)
  createTableNotes(props)
  createEffect(
    on(
      () => props.count,
      (count) => active() >= count && setActive(count - 1),
    ),
  )
  const isRowHead = (index: number) => isHead(props, index)
  const selection = () => props.selection
  const keyDown = createTableKeys({
    count: () => props.count,
    active,
    perPage: view.perPage,
    isHead: isRowHead,
    isSkipped: (index) => props.onGroup === undefined && isRowHead(index),
    goTo(index, isReaching) {
      view.show(index)
      setActive(index)
      if (props.selected && !isReaching) open.later(index)
    },
    open: open.now,
    toggleGroup: (index) => props.onGroup?.(props.rowAt(index) as G),
    isOpen: () => Boolean(props.selected),
    close: () => props.onClose?.(),
    copy() {
      props.onCopy?.()
      return props.onCopy !== undefined
    },
    selection,
  })
  const pointer = createTablePointer({ isHead: isRowHead, active, setActive, open: open.now, selection })
  const finger = createTableFinger({ isHead: isRowHead, selection })
  return (
    <table
      ref={(element) => {
        view.watch(element)
        finger(element)
      }}
      class="table"
      classList={{
        compact: view.isCompact(),
        opens: props.onOpen !== undefined,
        choosing: (props.selection?.count ?? 0) > 0,
        led: activeId() !== undefined,
      }}
      style={{
        '--cols': tracks(),
        '--least': `${least()}px`,
      }}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrows lead through is a grid
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-busy={props.busy}
      aria-rowcount={props.count + 1}
      aria-colcount={columns().length}
      aria-multiselectable={props.selection ? 'true' : undefined}
      aria-activedescendant={activeId()}
      onKeyDown={keyDown}
      {...pointer}
    >
      <Head {...props} columns={columns()} hidden={view.isCompact()} onPull={pull} />
      <Stuck {...props} columns={columns()} at={view.atTop()} isCompact={view.isCompact()} />
      <Show when={props.count > 0} fallback={<Nothing>{props.empty}</Nothing>}>
        <tbody
          class="table-rows"
          aria-owns={slots.inOrder().map(idOf).join(' ')}
          style={{ height: `${view.height()}px` }}
        >
          <For each={slots.all()}>
            {(slot) => {
              const index = slots.positionOf(slot)
              return (
                <Row
                  table={props}
                  columns={columns()}
                  id={idOf(slot)}
                  index={index()}
                  top={view.topOf(index())}
                  isActive={isActive(index())}
                  isCompact={view.isCompact()}
                />
              )
            }}
          </For>
        </tbody>
      </Show>
      <Show when={props.footer && !view.isCompact() && props.count > 0}>
        <Foot {...props} columns={columns()} />
      </Show>
    </table>
  )
}

function isHead<R, G>(props: TableProps<R, G>, index: number): boolean {
  const row = props.rowAt(index)
  return row !== undefined && (props.isGroup?.(row) ?? false)
}
