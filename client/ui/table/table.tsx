import { Show } from 'solid-js'
import { Body } from './body.tsx'
import { Head } from './columns/head.tsx'
import { createTracks } from './columns/tracks.ts'
import { createCursor } from './handling/create-cursor.ts'
import { createTableKeys } from './handling/keys.ts'
import { createTableNotes } from './handling/notes.ts'
import { createRowOpening } from './handling/opening.ts'
import { createTableFinger, createTablePointer } from './handling/pointer.ts'
import { Foot, Nothing, Stuck } from './parts.tsx'
import type { TableProps } from './props.ts'
import { createView } from './view.ts'
import './table.css'

export type { Column, Sort } from './columns/columns.ts'

/** A window on a list of any length. */
export function Table<R, G = never>(props: TableProps<R, G>) {
  const { view, columns, tracks, least, pull, cursor, watch, keyDown, pointer } = createTable(props)
  return (
    <table
      ref={watch}
      class="table"
      classList={{
        compact: view.isCompact(),
        opens: props.onOpen !== undefined,
        choosing: (props.selection?.count ?? 0) > 0,
        led: cursor.id() !== undefined,
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
      aria-activedescendant={cursor.id()}
      onKeyDown={keyDown}
      {...pointer}
    >
      <Head {...props} columns={columns()} hidden={view.isCompact()} onPull={pull} />
      <Stuck {...props} at={view.atTop()} isCompact={view.isCompact()} />
      <Show when={props.count > 0} fallback={<Nothing>{props.empty}</Nothing>}>
        <Body table={props} columns={columns()} view={view} cursor={cursor} />
      </Show>
      <Show when={props.footer && !view.isCompact() && props.count > 0}>
        <Foot {...props} columns={columns()} />
      </Show>
    </table>
  )
}

/** What a table knows of itself, and what it does with keys, presses and fingers. */
function createTable<R, G>(props: TableProps<R, G>) {
  const cursor = createCursor(
    () => props.count,
    (index) => view.slots.slotOf(index),
  )
  const view = createView({
    count: () => props.count,
    canBeCompact: props.compact !== undefined,
    hasFooter: () => props.footer !== undefined,
    anchor: cursor.at,
    keptAs: () => props.keptAs,
    onRange: (from, to) => props.onRange(from, to),
  })
  const open = createRowOpening(props)
  createTableNotes(props)
  const handling = {
    isHead: (index: number) => isHead(props, index),
    active: cursor.at,
    open: open.now,
    selection: () => props.selection,
  }
  const finger = createTableFinger(handling)
  return {
    ...createTracks(props, view),
    view,
    cursor,
    watch(element: HTMLElement) {
      view.watch(element)
      finger(element)
    },
    keyDown: createTableKeys({
      ...handling,
      count: () => props.count,
      perPage: view.perPage,
      isSkipped: (index) => props.onGroup === undefined && handling.isHead(index),
      goTo(index, isReaching) {
        view.show(index)
        cursor.goTo(index)
        if (props.selected && !isReaching) open.later(index)
      },
      toggleGroup: (index) => props.onGroup?.(props.rowAt(index) as G),
      isOpen: () => Boolean(props.selected),
      close: () => props.onClose?.(),
      copy() {
        props.onCopy?.()
        return props.onCopy !== undefined
      },
    }),
    pointer: createTablePointer({ ...handling, setActive: cursor.goTo }),
  }
}

function isHead<R, G>(props: TableProps<R, G>, index: number): boolean {
  const row = props.rowAt(index)
  return row !== undefined && (props.isGroup?.(row) ?? false)
}
