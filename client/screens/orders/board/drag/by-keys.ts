import { createEffect, createSignal, on } from 'solid-js'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import { cellKey } from '../../../../data/queries/board/cell-key.ts'
import { stepped } from '../../../../ui/board/steps.ts'
import { type BoardContext, cellUnder, type PlacedCell, positionOf } from '../context.ts'
import type { createCarryWords } from './words.ts'

/**
 * The keyboard's way: arrows lead from card to card, Space takes one, arrows carry it, Space or Enter puts it, Escape
 * lets it go back. What happens is said. While a card is carried the board itself has the focus: the card may leave the
 * page as its column scrolls.
 */
export function createBoardKeys(context: BoardContext, words: ReturnType<typeof createCarryWords>) {
  const { board, carry, columns, placed, mayWrite } = context
  const [said, setSaid] = createSignal('')
  let root: HTMLElement | undefined
  const isCarrying = () => carry.carried()?.by === 'keys'

  const take = (place: PlacedCell, id: string | undefined) => {
    const cell = board.cell(place.lane, place.state)
    const index = positionOf(cell, id)
    const card = index === null ? undefined : cell?.cards[index - cell.from]
    if (!mayWrite || !card || index === null) return
    carry.take(card, place.spot(index), 'keys')
    root?.focus({ preventScroll: true })
  }
  const letGo = (put: boolean) => {
    const [carried, to] = [carry.carried(), carry.over()]
    if (!carried) return
    if (put) carry.drop()
    else carry.cancel()
    setSaid(put && to ? words.put(carried, to) : words.kept(carried))
    context.want({ id: carried.card.id, ...(put && to && { at: to }) })
  }
  const carryOn = (key: string) => {
    const [carried, at] = [carry.carried(), carry.over()]
    if (!carried || !at) return
    const open = columns().filter((column) => !column.isStray || column.id === at.state)
    const lanes = board.lanes().map((lane) => lane.id)
    const others = (lane: string | null, state: string) =>
      state === COMPLETED ? 0 : words.others({ lane, state, index: 0 }, carried)
    const to = stepped(key, at, open, lanes, others)
    if (to) carry.hover(to)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isCarrying()) {
      if (event.key === 'Escape') letGo(false)
      else if (event.key === 'Enter' || event.key === ' ') letGo(true)
      else carryOn(event.key)
      event.preventDefault()
      return
    }
    const tile = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null
    const place = tile && cellUnder(context, tile)
    if (!tile || !place) return
    if (event.key === ' ') take(place, tile.dataset.card)
    else if (!lead(context, event.key, tile, place)) return
    event.preventDefault()
  }
  const focusOut = (event: FocusEvent) => {
    if (isCarrying() && event.relatedTarget !== root) letGo(false)
  }
  createEffect(
    on([carry.carried, carry.over], ([carried, over], before) => {
      if (carried?.by !== 'keys' || !over) return
      const wasCarried = before?.[0] === carried
      const was = before?.[1]
      setSaid(wasCarried ? words.where(over, carried) : words.taken(carried))
      const place = placed.get(cellKey(over.lane, over.state))
      // The cell first: what follows changes its cards, and would have to be laid out for it.
      if (over.lane !== was?.lane || over.state !== was.state)
        place?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      place?.show(over.index)
    }),
  )
  return { said, isCarrying, keyDown, focusOut, watch: (element: HTMLElement) => (root = element) }
}

/** Leads the focus from a card to the one beside it; whether the key meant that. */
function lead(context: BoardContext, key: string, tile: HTMLElement, place: PlacedCell): boolean {
  const { board, placed } = context
  const goTo = (to: PlacedCell | undefined, index: number) => {
    const cell = to && board.cell(to.lane, to.state)
    const card = cell?.cards[index - cell.from]
    if (!to || !card) return
    to.show(index)
    context.want({ id: card.id })
  }
  const at = positionOf(board.cell(place.lane, place.state), tile.dataset.card) ?? 0
  if (key === 'ArrowUp') goTo(place, at - 1)
  else if (key === 'ArrowDown') goTo(place, at + 1)
  else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const states = context.columns().map((column) => column.id)
    const ahead = key === 'ArrowRight' ? states.slice(states.indexOf(place.state) + 1) : before(states, place.state)
    const state = ahead.find((one) => (board.cell(place.lane, one)?.count ?? 0) > 0)
    const to = state === undefined ? undefined : placed.get(cellKey(place.lane, state))
    const { top, height } = tile.getBoundingClientRect()
    // Where things stand is read before anything is moved: the board is laid out once.
    const beside = to?.cardAt(top + height / 2) ?? 0
    to?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    goTo(to, beside)
  } else return false
  return true
}

/** The states before one, the nearest first. */
function before(states: readonly string[], state: string): string[] {
  return states.slice(0, states.indexOf(state)).reverse()
}
