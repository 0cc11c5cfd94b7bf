import { For, Show } from 'solid-js'
import type { Order } from '../../../../shared/orders/collections.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createCurrency } from '../../../records/company.ts'
import { useNow } from '../../../records/now.tsx'
import { createMoveNames, MoveChip, type MoveNames } from '../../../records/process/move-chip.tsx'
import { createNames, type Names } from '../../../records/words/who.ts'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type MovesRow, rowsOf } from './move-rows.ts'

const HOUR = 3_600_000

/** The order's moves, latest first: where to, who, when, how long it stayed, and undoing the last. */
export function Moves(props: { readonly order: Order; readonly readOnly: boolean }) {
  const moves = createMoveNames()
  const names = createNames()
  const currency = createCurrency()
  return (
    <ol class="history">
      <For each={rowsOf(props.order)}>
        {(row) => <MoveRow {...props} row={row} moves={moves} names={names()} currency={currency()} />}
      </For>
    </ol>
  )
}

interface MoveRowProps {
  readonly order: Order
  readonly readOnly: boolean
  readonly row: MovesRow
  readonly moves: MoveNames
  readonly names: Names
  readonly currency: string
}

function MoveRow(props: MoveRowProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const move = () => props.row.move
  const who = () => props.names.person(move().author) || props.names.replica(move().device ?? '')
  const canUndo = () => !props.readOnly && props.row.canUndo
  const undo = () => void acts.run('undoOneMove', { id: props.order.id, move: move().id }, t('orders.acts.moveOrder'))
  return (
    <li classList={{ undone: props.row.undone }}>
      <p>
        <MoveChip move={move()} names={props.moves} />
        <Show when={props.row.undone}>
          <span class="tag">{t('orders.history.undone')}</span>
        </Show>
      </p>
      <p class="dim">
        {t('orders.history.by', { who: who(), when: format.dateTime(props.row.at) })}
        <Stay row={props.row} />
        <Show when={move().total !== null}>
          {' '}
          · {format.money(move().total ?? 0, props.order.currency ?? props.currency)}
        </Show>
      </p>
      <Show when={move().comment}>
        <p>{move().comment}</p>
      </Show>
      <Show when={canUndo()}>
        <LinkButton quiet onClick={undo}>
          {t('orders.history.undo')}
        </LinkButton>
      </Show>
    </li>
  )
}

function Stay(props: { readonly row: MovesRow }) {
  const { t, format } = useWords()
  const now = useNow()
  const hours = (ms: number) => format.hours(ms / HOUR)
  return (
    <>
      {' · '}
      {props.row.stayed === null
        ? t('orders.history.stays', { hours: hours(now() - props.row.at) })
        : t('orders.history.stayed', { hours: hours(props.row.stayed) })}
    </>
  )
}
