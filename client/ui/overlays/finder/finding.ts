import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Icon } from '../../actions/button.tsx'
import type { Marks } from './marked.tsx'

export interface FinderRow {
  readonly id: string
  readonly label: string
  readonly icon?: Icon | undefined
  /** Behind the label, quieter. */
  readonly hint?: string | undefined
  /** What was typed, in the label and in the hint. */
  readonly labelMarks?: Marks | undefined
  readonly hintMarks?: Marks | undefined
  /** The text that it was found by, below; `where`: what that text is. */
  readonly excerpt?: { readonly where: string; readonly text: string; readonly marks: Marks } | undefined
  /** The state that it is in, at the end. */
  readonly state?: { readonly name: string; readonly hue: number | null } | undefined
  readonly keys?: string | undefined
  readonly run: () => void
  /** It leads to something that takes the focus. */
  readonly leads?: boolean
  /** What it does is seen in the finder itself, which stays open. */
  readonly stays?: boolean
}

export interface FinderGroup {
  readonly heading: string
  readonly rows: readonly FinderRow[]
  /** Under the rows: that there are more. */
  readonly note?: string | undefined
}

/** How far PageUp and PageDown lead. */
const PAGE = 8

/**
 * Which row of a finder is next, and the keys that lead through its rows and choose one. Enter means what fits all that was typed:
 * while that is still looked for (`isBehind`) it waits, and is forgotten at the next key.
 */
export function createFinding(
  groups: Accessor<readonly FinderGroup[]>,
  isBehind: Accessor<boolean>,
  choose: (row: FinderRow) => void,
) {
  const rows = createMemo(() => groups().flatMap((group) => group.rows))
  const [at, setAt] = createSignal<string>()
  const [isAwaited, setAwaited] = createSignal(false)
  const index = () =>
    Math.max(
      0,
      rows().findIndex((row) => row.id === at()),
    )
  const active = createMemo(() => rows()[index()])
  const step = (by: number) => setAt(rows()[(index() + by + rows().length) % rows().length]?.id)
  const jump = (by: number) => setAt(rows()[Math.min(rows().length - 1, Math.max(0, index() + by))]?.id)

  const enter = () => {
    const row = active()
    if (row && !isBehind()) choose(row)
    else setAwaited(isBehind())
  }
  createEffect(() => {
    if (!isAwaited() || isBehind()) return
    setAwaited(false)
    untrack(enter)
  })

  function keyDown(event: Pick<KeyboardEvent, 'key' | 'isComposing' | 'preventDefault'>): void {
    if (event.isComposing) return
    setAwaited(false)
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'PageDown') jump(PAGE)
    else if (event.key === 'PageUp') jump(-PAGE)
    else if (event.key === 'Enter') enter()
    else return
    event.preventDefault()
  }

  return {
    active,
    goTo: (id: string | undefined) => id !== undefined && setAt(id),
    choose: (id: string | undefined) => {
      const row = rows().find((one) => one.id === id)
      if (row) choose(row)
    },
    /** Something else is typed: the first row is next again. */
    restart: () => {
      setAt(undefined)
      setAwaited(false)
    },
    keyDown,
  }
}

/**
 * The groups as they are drawn: with the frame after a letter, which does not wait for them. What stays from one letter to the next is
 * not made anew.
 */
export function createDrawn(groups: Accessor<readonly FinderGroup[]>): readonly FinderGroup[] {
  const named = () => groups().map((group) => ({ ...group, id: group.heading }))
  const [drawn, setDrawn] = createStore<(FinderGroup & { readonly id: string })[]>(untrack(named))
  createEffect(
    on(
      named,
      (now) => {
        const frame = requestAnimationFrame(() => setDrawn(reconcile(now)))
        onCleanup(() => cancelAnimationFrame(frame))
      },
      { defer: true },
    ),
  )
  return drawn
}
