import { createMemo, For, Show } from 'solid-js'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { createNames, type Names } from '../../../../records/words/who.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { type FactRow, factRowsOf, type Signed } from './fact-rows.ts'
import { createLineNames } from './movements.ts'

/** What the list of what happened to an order is given. */
export interface FactListProps {
  readonly order: Order
  /** ISO 4217. */
  readonly currency: string
  readonly readOnly: boolean
}

/** Shipments, returns, payments and refunds, latest first: who, when, what, how much, and whether it was taken back. */
export function FactList(props: FactListProps) {
  const { t } = useWords()
  const names = createNames()
  const nameOf = createLineNames(() => props.order.lines)
  const rows = createMemo(() => factRowsOf(props.order))
  return (
    <Show when={rows().length > 0} fallback={<p class="dim">{t('trade.facts.none')}</p>}>
      <ol class="history" aria-label={t('trade.facts.title')}>
        <For each={rows()}>{(row) => <Fact {...props} row={row} names={names()} nameOf={nameOf} />}</For>
      </ol>
    </Show>
  )
}

interface FactProps extends FactListProps {
  readonly row: FactRow
  readonly names: Names
  readonly nameOf: ReturnType<typeof createLineNames>
}

function Fact(props: FactProps) {
  const { t, format } = useWords()
  const row = () => props.row
  const by = ({ author, device, at }: Signed) => ({
    who: props.names.person(author) || props.names.replica(device ?? ''),
    when: format.dateTime(at ?? 0),
  })
  return (
    <li classList={{ undone: row().takenBack !== null }}>
      <p class="fact-head">
        <strong>{t(`records.choices.${row().what}`)}</strong>
        <span>{dayOf(row(), format.date)}</span>
        <Show when={row().way}>{(way) => <span class="dim">{t(`records.choices.${way()}`)}</span>}</Show>
        <Show when={row().takenBack}>
          <span class="tag">{t('trade.facts.takenBack')}</span>
        </Show>
        <strong class="n">{format.money(row().sum, props.currency)}</strong>
      </p>
      <Pieces {...props} />
      <Show when={row().comment}>
        <p>{row().comment}</p>
      </Show>
      <p class="dim">{t('orders.history.by', by(row()))}</p>
      <Show when={row().takenBack}>{(undoer) => <p class="dim">{t('trade.facts.takenBackBy', by(undoer()))}</p>}</Show>
      <TakeBack {...props} />
    </li>
  )
}

/** What went out, or came back. */
function Pieces(props: FactProps) {
  const { format } = useWords()
  const unitOf = (line: string | null) => props.order.lines.find(({ id }) => id === line)?.unit ?? ''
  return (
    <Show when={props.row.pieces.length > 0}>
      <ul class="fact-pieces">
        <For each={props.row.pieces}>
          {(piece) => (
            <li>
              {props.nameOf(piece)}, {format.quantity(piece.quantity ?? 0)} {unitOf(piece.line)}
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** An entry that was made by mistake is taken back. */
function TakeBack(props: FactProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const label = () =>
    t('trade.facts.undoOf', { what: t(`records.choices.${props.row.what}`), date: dayOf(props.row, format.date) })
  const undo = () => {
    const { list, facts } = props.row
    void acts.run('undoFacts', { id: props.order.id, list, facts: [...facts] }, t('trade.done.undo'))
  }
  return (
    <Show when={!props.readOnly && props.row.takenBack === null}>
      <Button size="small" look="ghost" aria-label={label()} onClick={undo}>
        {t('trade.facts.undo')}
      </Button>
    </Show>
  )
}

function dayOf({ date }: FactRow, written: (date: string) => string): string {
  return date === null ? '' : written(date)
}
