import { type Accessor, batch, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { Subscription } from '../../../data/page/client.ts'
import { useData } from '../../../data/page/solid.tsx'
import { cellKey } from '../../../data/queries/board/cell-key.ts'
import type { BoardCell, BoardLane, BoardQuery, BoardWindow } from '../../../data/queries/board/query.ts'
import type { Answer } from '../../../data/queries/query.ts'

interface Held {
  cells: { [key: string]: BoardCell }
  lanes: BoardLane[]
  strays: string[]
}

type Windows = ReadonlyMap<string, BoardWindow>

/** A live board: what the worker posts are the cells that have changed, here they are put together. */
export function createBoard(query: Accessor<Omit<BoardQuery, 'windows'>>) {
  const client = useData()
  const [held, setHeld] = createStore<Held>({ cells: {}, lanes: [], strays: [] })
  const [isLoading, setLoading] = createSignal(true)
  const [windows, setWindows] = createSignal<Windows>(new Map())
  let subscription: Subscription | null = null

  const take = (answer: Answer) => {
    if (answer.what !== 'board') return
    const cells = answer.cells.map((cell) => [cellKey(cell.lane, cell.state), cell] as const)
    batch(() => {
      if (answer.fresh) setHeld('cells', reconcile(Object.fromEntries(cells), { key: 'id' }))
      else for (const [key, cell] of cells) setHeld('cells', key, reconcile(cell, { key: 'id' }))
      setHeld('lanes', reconcile([...answer.lanes], { key: 'id' }))
      setHeld('strays', reconcile([...answer.strays]))
      setLoading(false)
    })
  }
  createEffect(() => {
    const asked: BoardQuery = { ...query(), windows: [...windows().values()] }
    if (subscription) subscription.ask(asked)
    else subscription = client.subscribe(asked, take)
  })
  onCleanup(() => subscription?.end())

  const change = (edit: (windows: Map<string, BoardWindow>) => void) =>
    setWindows((present) => {
      const next = new Map(present)
      edit(next)
      return next
    })
  const cell = (lane: string | null, state: string): BoardCell | undefined => held.cells[cellKey(lane, state)]
  const all = createMemo(() => Object.values(held.cells))
  return {
    isLoading,
    lanes: () => held.lanes,
    strays: () => held.strays,
    cell,
    /** Count and sum (minor units of the company's currency) of a state over all lanes. */
    total: (state: string) => totalOf(all().filter((one) => one.state === state)),
    /** Cards in all. */
    count: createMemo(() => totalOf(all()).count),
    /** Cards of a lane. */
    inLane: (lane: string | null) => totalOf(all().filter((one) => one.lane === lane)).count,
    /** The largest number of open orders that a state has in a lane. */
    most: (lane: string | null) =>
      Math.max(
        0,
        ...all()
          .filter((one) => isOpenIn(one, lane))
          .map((one) => one.count),
      ),
    /** These positions of a cell stand on the screen. */
    look: (window: BoardWindow) => change((next) => next.set(cellKey(window.lane, window.state), window)),
    lookAway: (lane: string | null, state: string) => change((next) => next.delete(cellKey(lane, state))),
  }
}

export type Board = ReturnType<typeof createBoard>

function isOpenIn(cell: BoardCell, lane: string | null): boolean {
  return cell.lane === lane && cell.state !== COMPLETED
}

function totalOf(cells: readonly BoardCell[]): { readonly count: number; readonly sum: number } {
  return cells.reduce((total, { count, sum }) => ({ count: total.count + count, sum: total.sum + sum }), {
    count: 0,
    sum: 0,
  })
}
