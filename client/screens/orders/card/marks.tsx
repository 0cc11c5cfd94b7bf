import { For, Show } from 'solid-js'
import type { Movements } from '../../../../shared/movements/types.ts'
import type { Move, Order } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { MoveRequest } from '../../../../shared/orders/moves/move-order.ts'
import { momentOf, standingOf } from '../../../../shared/orders/moves/moves.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useNow } from '../../../records/now.tsx'
import { createMoveNames, MoveChip, type MoveNames } from '../../../records/process/move-chip.tsx'
import { stateName } from '../../../records/process/process.ts'
import { InTrash } from '../../../records/removal/in-trash.tsx'
import { createNames } from '../../../records/words/who.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { daysPassed } from '../days.ts'
import { Doubts } from './facts/doubts.tsx'

/** What the marks of a card are given. */
export interface MarksProps {
  readonly order: Order
  readonly item: OrderItem | null
  readonly movements: Movements
  /** ISO 4217. */
  readonly currency: string
  /** It is shown to somebody who may not change it. */
  readonly readOnly: boolean
}

/** What one must know before editing: moved apart, edited after completion, removed, something missing. */
export function Marks(props: MarksProps) {
  const { t } = useWords()
  const acts = useActs()
  const restore = () => void acts.run('restoreRecord', { collection: 'orders', id: props.order.id })
  return (
    <>
      <Show when={props.order.gone}>
        <Banner look="warn" action={{ label: t('common.restore'), run: restore }}>
          {t('orders.removed')}
        </Banner>
      </Show>
      <Show when={props.order.newer}>
        <Banner look="warn">{t('orders.newer')}</Banner>
      </Show>
      <Show when={props.item?.forked}>
        <Fork {...props} />
      </Show>
      <Show when={props.item?.edited}>
        <Banner look="warn">{t('orders.edited')}</Banner>
      </Show>
      <Show when={props.item?.tooLong && !props.order.gone}>
        <TooLong {...props} />
      </Show>
      <Show when={!props.order.posted && !props.order.gone}>
        <Banner>{t('orders.notPosted')}</Banner>
      </Show>
      <Doubts {...props} />
      <For each={(props.item?.removed ?? []) as readonly ('customer' | 'responsible' | 'department')[]}>
        {(field) => (
          <InTrash
            collection="orders"
            field={field}
            id={props.order[field]}
            name={props.item?.[`${field}Name`] ?? null}
          />
        )}
      </For>
      <For each={props.item?.missing ?? []}>
        {(what) => (
          <Banner look="warn">{t('orders.missing.title', { what: t(`orders.missing.${what as 'kind'}`) })}</Banner>
        )}
      </For>
    </>
  )
}

/** It stands in its state longer than that is meant for. */
function TooLong(props: MarksProps) {
  const { t } = useWords()
  const now = useNow()
  const since = () => props.item?.since ?? now()
  const daysUntil = (until: number) => t('orders.days', { n: daysPassed(since(), until) })
  return (
    <Banner look="warn">
      {t('orders.tooLong.text', {
        state: props.item?.stateName ?? '',
        days: daysUntil(now()),
        most: daysUntil(props.item?.until ?? now()),
      })}
    </Banner>
  )
}

/** Two people moved the order apart from each other: keeping either's state is a move that follows both. */
function Fork(props: MarksProps) {
  const { t } = useWords()
  const heads = () => standingOf(props.order).heads
  const moves = createMoveNames()
  return (
    <Banner look="warn">
      <strong>{t('orders.forked')}.</strong> {t('orders.forkText')}
      <ul class="fork">
        <For each={heads()}>{(head) => <ForkHead {...props} head={head} moves={moves} />}</For>
      </ul>
    </Banner>
  )
}

/** Where one of them led, by whom and when. */
function ForkHead(props: MarksProps & { readonly head: Move; readonly moves: MoveNames }) {
  const { t, format } = useWords()
  const acts = useActs()
  const names = createNames()
  const name = () => stateName(props.moves.kinds(), props.head.kind, props.head.state) ?? t('orders.missingState')
  const who = () => names().person(props.head.author) || names().replica(props.head.device ?? '')
  const keep = () => {
    const request = joinTo(props.order, props.head, t('orders.forkComment'))
    void acts.run('moveOrder', { id: props.order.id, ...request }, t('orders.acts.moveOrder'))
  }
  return (
    <li>
      <span class="fork-head">
        <MoveChip move={props.head} names={props.moves} />
        <span>{t('orders.history.by', { who: who(), when: format.when(momentOf(props.head)) })}</span>
      </span>
      <Show when={!props.readOnly}>
        <Button size="small" aria-label={t('orders.forkKeep', { state: name() })} onClick={keep}>
          {t('orders.forkKeepShort')}
        </Button>
      </Show>
    </li>
  )
}

/** The move that joins parted histories in the state of one of them. `why` stands where reopening must be explained. */
function joinTo(order: Order, { kind, state, completion, reason, comment }: Move, why: string): MoveRequest {
  const isReopening = standingOf(order).state === COMPLETED && state !== COMPLETED
  const text = comment ?? (isReopening ? why : null)
  return {
    state: state ?? '',
    ...(kind && { kind }),
    ...(completion && { completion }),
    ...(reason && { reason }),
    ...(text && { comment: text }),
  }
}
