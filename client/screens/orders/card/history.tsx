import { For, Show } from 'solid-js'
import { type Order, reasons } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/completed.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { useNow } from '../../../records/now.tsx'
import { COMPLETED_HUE, createKinds } from '../../../records/process.ts'
import { useActs } from '../../../records/use-acts.ts'
import { createNames } from '../../../records/who.ts'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { StateChip } from '../../../ui/state/state-chip.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type HistoryRow, historyOf } from './history-rows.ts'

const HOUR = 3_600_000

/** The order's moves, latest first: where to, who, when, how long it stayed, and undoing the last. */
export function History(props: { readonly order: Order; readonly readOnly: boolean }) {
  return (
    <ol class="history">
      <For each={historyOf(props.order)}>{(row) => <MoveRow {...props} row={row} />}</For>
    </ol>
  )
}

interface MoveRowProps {
  readonly order: Order
  readonly readOnly: boolean
  readonly row: HistoryRow
}

function MoveRow(props: MoveRowProps) {
  const { t, format } = useWords()
  const names = createNames()
  const acts = useActs()
  const currency = createCurrency()
  const move = () => props.row.move
  const who = () => names().person(move().author) || names().replica(move().device ?? '')
  const canUndo = () => !props.readOnly && props.row.canUndo
  const undo = () => void acts.run('undoOneMove', { id: props.order.id, move: move().id }, t('orders.acts.moveOrder'))
  return (
    <li classList={{ undone: props.row.undone }}>
      <p>
        <MoveState row={props.row} />
        <Show when={props.row.undone}>
          <span class="tag">{t('orders.history.undone')}</span>
        </Show>
      </p>
      <p class="dim">
        {t('orders.history.by', { who: who(), when: format.dateTime(props.row.at) })}
        <Stay row={props.row} />
        <Show when={move().total !== null}>
          {' '}
          · {format.money(move().total ?? 0, props.order.currency ?? currency())}
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

function MoveState(props: { readonly row: HistoryRow }) {
  const { t } = useWords()
  const kinds = createKinds()
  const allReasons = createAll(reasons)
  const move = () => props.row.move
  const found = () => kinds().find((kind) => kind.id === move().kind)?.states ?? []
  const place = () => found().findIndex((state) => state.id === move().state)
  const state = () => found()[place()]
  const reason = () => allReasons().find((one) => one.id === move().reason)?.name
  return (
    <Show
      when={move().state === COMPLETED}
      fallback={
        <StateChip
          name={state()?.name ?? t('orders.missingState')}
          hue={state()?.hue ?? null}
          number={place() < 0 ? undefined : place() + 1}
        />
      }
    >
      <StateChip
        name={t(`orders.completedAs.${move().completion ?? 'success'}`)}
        hue={move().completion === 'cancelled' ? null : COMPLETED_HUE}
      />
      <Show when={reason()}> {reason()}</Show>
    </Show>
  )
}

function Stay(props: { readonly row: HistoryRow }) {
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
