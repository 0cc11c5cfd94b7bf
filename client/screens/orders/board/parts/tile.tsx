import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { createEffect, on, onCleanup, onMount, Show, untrack } from 'solid-js'
import type { BoardCard } from '../../../../data/queries/board/query.ts'
import { useNow } from '../../../../records/now.tsx'
import type { Spot } from '../../../../ui/board/carry.ts'
import { TileFace } from '../../../../ui/board/tile-face.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { daysPassed } from '../../days.ts'
import { useBoard } from '../context.ts'
import { Next } from './next.tsx'

/** What a card on the board is given. */
export interface TileProps {
  readonly id: string
  readonly card: BoardCard
  readonly position: number
  readonly top: number
  /** Where it stands. */
  readonly spot: () => Spot
  /** The order whose card stands at a position now, or nearest to it. */
  readonly nearest: (position: number) => string | undefined
  /** Whether Tab leads to it: one card of each cell is enough, arrows lead on. */
  readonly isStop: boolean
}

/** An order's card, which comes to stand for another order as its column is scrolled. It is a link, so that it can be opened beside the board, in another tab, and by Enter. */
export function Tile(props: TileProps) {
  const board = useBoard()
  const { t, format } = useWords()
  const { carry } = board
  const isCarried = () => carry.isCarried(props.card.id)
  let tile: HTMLAnchorElement | undefined
  onMount(() => {
    if (!tile || !board.mayWrite) return
    const end = draggable({
      element: tile,
      canDrag: () => tile?.getAttribute('draggable') === 'true',
      onDragStart: () => carry.take(props.card, props.spot(), 'mouse'),
    })
    onCleanup(end)
  })
  createTileFocus(props, () => tile)
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    board.onOpen(props.card.id)
  }
  return (
    <li id={props.id} class="tile-place" style={{ translate: `0 ${props.top}px` }}>
      <a
        ref={tile}
        class="tile"
        classList={{ carried: isCarried(), selected: board.selected() === props.card.id }}
        href={board.addressOf(props.card.id)}
        data-card={props.card.id}
        tabIndex={props.isStop ? 0 : -1}
        aria-current={board.selected() === props.card.id ? 'true' : undefined}
        aria-describedby={board.mayWrite ? 'board-hint' : undefined}
        onClick={open}
      >
        <TileFace
          title={props.card.customerName ?? t('common.notChosen')}
          marks={<Marks card={props.card} />}
          number={props.card.number}
          sum={format.money(props.card.total, props.card.currency ?? board.currency())}
          person={props.card.responsibleName}
          next={<Next card={props.card} />}
          end={<Standing card={props.card} />}
        />
      </a>
    </li>
  )
}

/**
 * The focus comes to the card that is wanted. It stays with its order: where that leaves, it goes to the card that stands in
 * its place, not to whatever the element comes to show.
 */
function createTileFocus(props: TileProps, tile: () => HTMLElement | undefined): void {
  const board = useBoard()
  const pass = (position: number) => {
    if (document.activeElement !== tile() || board.wanted()) return
    const id = props.nearest(position)
    if (id !== undefined) board.want({ id })
  }
  createEffect(
    on(
      () => ({ id: props.card.id, position: props.position }),
      (now, before) => before && before.id !== now.id && pass(before.position),
    ),
  )
  onCleanup(() => untrack(() => pass(props.position)))
  createEffect(() => {
    const wanted = board.isWanted(props.card.id) ? board.wanted() : null
    if (wanted?.id !== props.card.id || !isIn(wanted.at, props.spot())) return
    tile()?.focus({ preventScroll: true })
    board.want(null)
  })
}

function isIn(cell: Spot | undefined, spot: Spot): boolean {
  return cell === undefined || (cell.lane === spot.lane && cell.state === spot.state)
}

/** What one must see before one acts. */
function Marks(props: { readonly card: BoardCard }) {
  const { t } = useWords()
  return (
    <>
      <Show when={props.card.forked}>
        <span class="tag warn">{t('orders.forked')}</span>
      </Show>
      <Show when={!props.card.posted}>
        <span class="tag">{t('orders.notPosted')}</span>
      </Show>
    </>
  )
}

/** How long the order stands in its state, or how it ended. */
function Standing(props: { readonly card: BoardCard }) {
  const { t } = useWords()
  const now = useNow()
  const days = () => daysPassed(props.card.since ?? now(), now())
  return (
    <Show
      when={props.card.completed}
      fallback={
        <span
          class="n"
          classList={{ late: props.card.tooLong }}
          title={props.card.tooLong ? t('orders.tooLong.mark') : undefined}
        >
          {days() === 0 ? t('board.today') : t('orders.days', { n: days() })}
        </span>
      }
    >
      <span class="n" classList={{ loss: props.card.completion === 'cancelled' }}>
        {t(props.card.completion === 'cancelled' ? 'records.choices.cancelled' : 'records.choices.success')}
      </span>
    </Show>
  )
}
