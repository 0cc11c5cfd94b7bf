import { createSignal, Show } from 'solid-js'
import { Failure, type FailureCode } from '../../../../../shared/errors.ts'
import type { CardMove } from '../../../../../shared/orders/board/move-card.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import type { MoveRequest } from '../../../../../shared/orders/moves/move-order.ts'
import { useData } from '../../../../data/page/solid.tsx'
import type { BoardCard } from '../../../../data/queries/board/query.ts'
import { useActs } from '../../../../records/acts/use-acts.ts'
import type { Carried, Spot } from '../../../../ui/board/carry.ts'
import { useToasts } from '../../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { CompleteDialog } from '../../card/complete-dialog.tsx'
import { ReopenDialog } from '../../card/reopen-dialog.tsx'
import { createEntry } from '../../entry/create-entry.tsx'
import type { Column } from '../columns.ts'
import type { Wanted } from '../context.ts'
import type { Board } from '../live-board.ts'
import { cardMove } from './put-card.ts'

/** A card that is to be put, and the words about it. */
interface Drop {
  readonly move: CardMove
  readonly to: Spot
  readonly number: string
  readonly state: string
  readonly asks: 'completion' | 'reopening' | null
  /** Its state changes, not its place alone. */
  readonly moves: boolean
}

/** On which board cards are put. */
export interface Ground {
  readonly board: Board
  readonly columns: () => readonly Column[]
  readonly kind: () => string
  /** A card has not been put where it was dropped, or after a question alone. */
  readonly onEnd: (card: Wanted) => void
}

/** Somebody else was there first. */
const OVER_OTHERS: readonly FailureCode[] = ['order-moved', 'order-reassigned']

/**
 * Puts cards where they were dropped: «Завершен» first asks how the order ended, leaving it asks why; given up, the card
 * stays where it was. An order that somebody has moved meanwhile, or given to somebody else than the card's new lane would,
 * stays where it is, and can be moved knowingly.
 */
export function createDrops(ground: Ground) {
  const { t, sentence } = useWords()
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const [asking, setAsking] = createSignal<Drop | null>(null)
  const entry = createEntry()

  const run = async ({ move, number, state, moves }: Drop, how: Partial<MoveRequest> = {}) => {
    const { act } = await data.run('moveCard', { ...move, to: { ...move.to, ...how } })
    acts.said(moves ? t('orders.move.done', { number, state }) : t('board.put', { number }), act)
  }
  /** Says why a card was not put; over what somebody else has changed meanwhile it can be put knowingly. */
  const refuse = (drop: Drop, failure: unknown) => {
    const isOverOthers = failure instanceof Failure && OVER_OTHERS.includes(failure.code)
    const again = () => void attempt({ ...drop, move: { ...drop.move, seen: null } })
    const action = isOverOthers ? { label: t('board.anyway'), run: again } : undefined
    toasts.show({ text: sentence(failure), kind: 'bad', action })
    ground.onEnd({ id: drop.move.id })
  }
  /** What the order's new state asks for is asked there and then; whom it was given to by that is known. */
  const enter = (drop: Drop) => {
    const move = (order?: Order) => run(order ? { ...drop, move: asFilled(drop.move, order) } : drop)
    return entry.enter({
      order: drop.move.id,
      state: drop.to.state,
      move,
      onGiveUp: () => ground.onEnd({ id: drop.move.id }),
    })
  }
  const attempt = async (drop: Drop): Promise<void> => {
    try {
      await enter(drop)
    } catch (failure) {
      refuse(drop, failure)
    }
  }
  const put = (carried: Carried<BoardCard>, to: Spot) => {
    const drop = dropOf(ground, carried, to)
    if (drop.asks) setAsking(drop)
    else void attempt(drop)
  }
  const answer = async (drop: Drop, how: Partial<MoveRequest>) => {
    await run(drop, how)
    setAsking(null)
    ground.onEnd({ id: drop.move.id, at: drop.to })
  }
  const giveUp = (drop: Drop) => {
    if (asking()) ground.onEnd({ id: drop.move.id })
    setAsking(null)
  }
  const Dialogs = () => (
    <>
      <entry.Dialog />
      <Show when={asking()} keyed>
        {(drop) => (
          <Show
            when={drop.asks === 'reopening'}
            fallback={
              <CompleteDialog
                order={drop.move.id}
                onComplete={(how) => answer(drop, how)}
                onClose={() => giveUp(drop)}
              />
            }
          >
            <ReopenDialog
              state={drop.state}
              onReopen={(comment) => answer(drop, { comment })}
              onClose={() => giveUp(drop)}
            />
          </Show>
        )}
      </Show>
    </>
  )
  return { put, Dialogs }
}

function asFilled(move: CardMove, { responsible }: Order): CardMove {
  return { ...move, seen: move.seen && { ...move.seen, responsible } }
}

function dropOf({ board, columns, kind }: Ground, carried: Carried<BoardCard>, to: Spot): Drop {
  const moves = to.state !== carried.from.state
  const reopens = moves && carried.card.completed
  return {
    move: cardMove(carried, to, kind(), board.cell(to.lane, to.state)),
    to,
    number: carried.card.number ?? '',
    state: columns().find((column) => column.id === to.state)?.name ?? '',
    asks: reopens ? 'reopening' : moves && to.state === COMPLETED ? 'completion' : null,
    moves,
  }
}
