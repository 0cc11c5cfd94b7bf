import { createEffect, createSignal, onCleanup, untrack } from 'solid-js'

/** What opens rows of a table. */
interface OpenedBy<R, G> {
  readonly rowAt: (index: number) => R | G | undefined
  readonly isGroup?: ((row: R | G) => row is G) | undefined
  readonly rowId: (row: R) => string
  readonly onOpen?: ((id: string) => void) | undefined
}

/** How long the cursor rests on a row before the open card follows it. */
const FOLLOW = 140

/** Opening of rows: at once, or when the cursor has come to rest. A row that is on its way opens when it has come. */
export function createRowOpening<R, G>(props: OpenedBy<R, G>) {
  const [wanted, setWanted] = createSignal<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const now = (index: number) => {
    clearTimeout(timer)
    setWanted(index)
  }
  const later = (index: number) => {
    clearTimeout(timer)
    timer = setTimeout(now, FOLLOW, index)
  }
  createEffect(() => {
    const index = wanted()
    const row = index === undefined ? undefined : props.rowAt(index)
    if (row === undefined) return
    setWanted(undefined)
    if (!props.isGroup?.(row)) untrack(() => props.onOpen?.(props.rowId(row as R)))
  })
  return { now, later }
}
