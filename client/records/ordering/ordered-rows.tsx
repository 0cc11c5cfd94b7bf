import { type Accessor, createMemo, For, type JSX, Show } from 'solid-js'
import { DraggableRow } from './draggable-row.tsx'
import { type Placed, placesAt } from './places-at.ts'

interface OrderedRowsProps<R extends Placed> {
  /** Rows are put among those of the same list alone. */
  readonly list: string
  readonly rows: readonly R[]
  readonly label: string
  readonly class: string
  readonly mayWrite: boolean
  /** Writes the places of rows, by their ids. */
  readonly onPlace: (places: readonly (readonly [id: string, place: string])[]) => void
  /** What stands in a row; `at` is its place from 0. */
  readonly children: (row: Accessor<R>, at: Accessor<number>) => JSX.Element
}

/** Rows in an order that people choose. A row that changes stays the element that it was, with what is typed in it. */
export function OrderedRows<R extends Placed>(props: OrderedRowsProps<R>) {
  const ids = createMemo(() => props.rows.map(({ id }) => id), [], { equals: (a, b) => a.join() === b.join() })
  const move = (id: string, to: number) => {
    const places = placesAt(props.rows, id, to)
    if (places.length > 0) props.onPlace(places)
  }
  return (
    <ol class={props.class} aria-label={props.label}>
      <For each={ids()}>
        {(id, at) => (
          <Show when={props.rows.find((one) => one.id === id)}>
            {(row) => (
              <DraggableRow
                list={props.list}
                id={id}
                at={at()}
                count={ids().length}
                mayWrite={props.mayWrite}
                onMove={move}
              >
                {props.children(row, at)}
              </DraggableRow>
            )}
          </Show>
        )}
      </For>
    </ol>
  )
}
