import { type JSX, Show } from 'solid-js'
import { COARSE, createMedia } from '../look/media.ts'
import { Body } from './body.tsx'
import { createGridState } from './create-grid.ts'
import { FingerBar } from './finger-bar.tsx'
import { createGridClipboard } from './handling/clipboard.ts'
import { createGridKeys, createGridNotes } from './handling/keys.ts'
import { createGridPointer } from './handling/pointer.ts'
import { Foot, Head } from './head.tsx'
import { Layer } from './layer.tsx'
import type { GridProps } from './props.ts'
import { Status } from './status.tsx'
import './grid.css'

/** Numbers in rows and columns, as in a spreadsheet: only those in view are drawn, whatever there is. */
export function Grid(props: GridProps) {
  const grid = createGridState(props)
  const { view, editing } = grid
  const pointer = createGridPointer(grid)
  const clipboard = createGridClipboard(grid)
  const isCoarse = createMedia(COARSE)
  props.controls?.({
    goTo(place) {
      grid.goTo(place)
      grid.focus()
    },
  })
  createGridNotes(() => props.isReadOnly === true)
  const watch = (element: HTMLElement) => {
    view.watch(element)
    pointer.finger(element)
  }
  return (
    <div class="grid" classList={{ narrow: view.isNarrow(), typing: editing.draft() !== null }} style={measures(grid)}>
      <div ref={watch} class="grid-scroller" {...pointer.events}>
        <table
          ref={grid.setTable}
          class="grid-table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrows lead through is a grid
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={props.rowIds.length + headRows(grid) + 1}
          aria-colcount={view.heads().length + props.columns.length + props.measures.length}
          aria-multiselectable="true"
          aria-readonly={props.isReadOnly ? 'true' : undefined}
          aria-activedescendant={grid.activeId()}
          onKeyDown={createGridKeys(grid)}
        >
          <Head grid={grid} />
          <Body grid={grid} />
          <Foot grid={grid} />
        </table>
        <Show when={props.rowIds.length > 0} fallback={<div class="grid-empty">{props.empty}</div>}>
          <Layer grid={grid} filling={pointer.filling()} />
        </Show>
      </div>
      <Show when={isCoarse() && props.rowIds.length > 0}>
        <FingerBar grid={grid} clipboard={clipboard} />
      </Show>
      <Status grid={grid} />
    </div>
  )
}

type State = ReturnType<typeof createGridState>

function headRows({ view }: State): number {
  return view.hasGroups() ? 2 : 1
}

/** All measures of the drawing, as the view reckons them. */
function measures({ props, view }: State): JSX.CSSProperties {
  return {
    '--grid-width': `${view.headsWidth() + view.bodyWidth() + view.totalsWidth()}px`,
    '--grid-heads': `${view.headsWidth()}px`,
    '--grid-head-height': `${view.headHeight()}px`,
    '--grid-column': `${props.columnWidth}px`,
    '--grid-total': `${props.totalWidth}px`,
  }
}
