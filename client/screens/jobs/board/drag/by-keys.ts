import { createSignal } from 'solid-js'
import type { JobItem } from '../../../../../shared/jobs/job-item.ts'
import type { Carried, Spot } from '../../../../ui/board/carry.ts'
import { stepped } from '../../../../ui/board/steps.ts'
import type { BoardContext } from '../context.ts'
import { cardsAt } from '../live.ts'
import { foundAt } from './found-at.ts'
import { createCarryWords } from './words.ts'

/**
 * The keyboard's way: arrows lead from card to card, Space takes one, arrows carry it, Space or Enter puts it, Escape lets it
 * go back. What happens is said.
 */
export function createKeys(context: BoardContext) {
  const { carry, mayWrite } = context
  const words = createCarryWords(context)
  const steps = createSteps(context)
  const [said, setSaid] = createSignal('')
  let root: HTMLElement | undefined
  const isCarrying = () => carry.carried()?.by === 'keys'
  const focusOn = (id: string) =>
    requestAnimationFrame(() => root?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus())
  const take = (tile: HTMLElement) => {
    const found = foundAt(context, tile)
    if (!mayWrite || !found) return
    carry.take(found.job, found.spot, 'keys')
    setSaid(words('taken', found.job, found.spot))
  }
  const letGo = (put: boolean, { card, from }: Carried<JobItem>) => {
    const to = carry.over()
    if (put) carry.drop()
    else carry.cancel()
    setSaid(put && to ? words('put', card, to) : words('kept', card, from))
    context.want({ id: card.id, at: put && to ? to : from })
  }
  const carryOn = (key: string, { card }: Carried<JobItem>) => {
    const over = carry.over()
    const to = over && steps.carried(key, over, card)
    if (!to) return
    carry.hover(to)
    setSaid(words('where', card, to))
  }
  const lead = (tile: HTMLElement, key: string) => {
    const next = steps.nextTo(key, foundAt(context, tile)?.spot)
    if (next) focusOn(next.id)
  }
  const keyDown = (event: KeyboardEvent) => {
    const carried = isCarrying() ? carry.carried() : null
    const tile = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !tile) return
    if (carried) {
      if (event.key === 'Escape') letGo(false, carried)
      else if (event.key === 'Enter' || event.key === ' ') letGo(true, carried)
      else carryOn(event.key, carried)
    } else if (event.key === ' ') take(tile)
    else if (event.key.startsWith('Arrow')) lead(tile, event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { said, isCarrying, keyDown, watch: (element: HTMLElement) => (root = element) }
}

/** Where arrows lead: among the columns that take cards. */
function createSteps({ columns, lanes }: BoardContext) {
  const open = () => columns().filter(({ id }) => id !== 'calledOff')
  const of = () => lanes().map(({ id }) => id)
  return {
    carried: (key: string, over: Spot, card: JobItem) =>
      stepped(key, over, open(), of(), (lane, state) => {
        return cardsAt(columns(), lane, state).filter(({ id }) => id !== card.id).length
      }),
    nextTo: (key: string, from: Spot | undefined) => {
      const last = (lane: string | null, state: string) => cardsAt(columns(), lane, state).length - 1
      const to = from && stepped(key, from, open(), of(), last)
      return to && cardsAt(columns(), to.lane, to.state)[Math.max(0, to.index)]
    },
  }
}
