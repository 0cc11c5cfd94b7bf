import { Show } from 'solid-js'
import { type Move, reasons } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { COMPLETED_HUE, createKinds } from './process.ts'

/** What of a move says where it led. */
export type MoveEnd = Partial<Pick<Move, 'kind' | 'state' | 'completion' | 'reason'>>

/** What moves are told with: made once for all that a place tells of. */
export function createMoveNames() {
  return { kinds: createKinds(), reasons: createEvery(reasons) }
}

export type MoveNames = ReturnType<typeof createMoveNames>

/** Where a move led: the state by its number and on its colour; of a completed order how it ended, and why. */
export function MoveChip(props: { readonly move: MoveEnd; readonly names: MoveNames }) {
  const { t } = useWords()
  const found = () => props.names.kinds().find((kind) => kind.id === props.move.kind)?.states ?? []
  const place = () => found().findIndex((state) => state.id === props.move.state)
  const state = () => found()[place()]
  const reason = () => props.names.reasons().find((one) => one.id === props.move.reason)?.name
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
