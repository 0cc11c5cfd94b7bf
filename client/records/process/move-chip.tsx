import { Show } from 'solid-js'
import { type Move, reasons } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { COMPLETED_HUE, createKinds } from './process.ts'

/** What of a move says where it led. */
export type MoveEnd = Partial<Pick<Move, 'kind' | 'state' | 'completion' | 'reason'>>

/** Where a move led: the state by its number and on its colour; of a completed order how it ended, and why. */
export function MoveChip(props: { readonly move: MoveEnd }) {
  const { t } = useWords()
  const kinds = createKinds()
  const allReasons = createEvery(reasons)
  const found = () => kinds().find((kind) => kind.id === props.move.kind)?.states ?? []
  const place = () => found().findIndex((state) => state.id === props.move.state)
  const state = () => found()[place()]
  const reason = () => allReasons().find((one) => one.id === props.move.reason)?.name
  return (
    <Show
      when={props.move.state === COMPLETED}
      fallback={
        <StateChip
          name={state()?.name ?? t('orders.missingState')}
          hue={state()?.hue ?? null}
          number={place() < 0 ? undefined : place() + 1}
        />
      }
    >
      <StateChip
        name={t(`orders.completedAs.${props.move.completion ?? 'success'}`)}
        hue={props.move.completion === 'cancelled' ? null : COMPLETED_HUE}
      />
      <Show when={reason()}> {reason()}</Show>
    </Show>
  )
}
