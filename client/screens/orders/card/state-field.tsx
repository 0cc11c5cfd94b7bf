import ArrowRight from 'lucide-solid/icons/arrow-right'
import { createSignal, Show } from 'solid-js'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { MoveRequest } from '../../../../shared/orders/moves/move-order.ts'
import type { OrderItem } from '../../../../shared/orders/order-item.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { FieldPlace } from '../../../records/presence/field-place.tsx'
import { createKinds, type ShownKind, stateName } from '../../../records/process/process.ts'
import { createOffers, type Offer } from '../../../ui/keys/offers.ts'
import { StatePick } from '../../../ui/state/state-pick.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { OrderEditor } from '../editor/editor.ts'
import { createEntry } from '../entry/create-entry.tsx'
import { CompleteDialog } from './complete-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'

/** What the field «Вид и состояние» is given. */
export interface StateFieldProps {
  readonly editor: OrderEditor
  /** The recorded order's derived values; null for a draft. */
  readonly item: OrderItem | null
  readonly readOnly: boolean
}

interface Asked {
  readonly kind: string
  readonly state: string
}

/**
 * «Вид и состояние»: all states of the kind, numbered, on their colours. Choosing one moves the order; «Завершен» asks
 * how it ended, leaving «Завершен» asks why.
 */
export function StateField(props: StateFieldProps) {
  const { t } = useWords()
  const acts = useActs()
  const sort = () => props.editor.order()?.sort ?? null
  const kinds = createKinds(sort)
  const [completing, setCompleting] = createSignal<Asked | null>(null)
  const [reopening, setReopening] = createSignal<Asked | null>(null)
  const kind = () => props.editor.order()?.kind ?? null
  const state = () => props.editor.order()?.state ?? null
  const isCancelled = () => state() === COMPLETED && props.item?.completion === 'cancelled'

  const move = async (request: MoveRequest) => {
    const { act } = await props.editor.move(request)
    if (act !== undefined) acts.said(t('orders.acts.moveOrder'), act)
  }
  const entry = createEntry()
  const enter = (asked: MoveRequest) =>
    entry.enter({ order: props.editor.id, state: asked.state, move: () => move(asked) })
  const pick = (asked: Asked) => {
    if (asked.state === COMPLETED && !props.editor.isDraft) setCompleting(asked)
    else if (state() === COMPLETED) setReopening(asked)
    else void acts.attempt(() => enter(asked))
  }
  createOffers(() => ({
    heading: t('orders.stateAndKind'),
    rows: props.readOnly ? [] : offersOf(kinds(), kind(), state(), pick),
  }))
  return (
    <>
      <FieldPlace collection="orders" id={props.editor.id} path="moves">
        <StatePick
          label={t('orders.stateAndKind')}
          kinds={kinds()}
          kind={kind()}
          state={state()}
          readOnly={props.readOnly}
          kindName={props.item?.kindName ?? undefined}
          stateName={props.item?.stateName ?? undefined}
          stateHue={props.item?.hue ?? undefined}
          ended={isCancelled() ? { name: t('orders.completedAs.cancelled'), hue: null } : undefined}
          onPick={pick}
        />
      </FieldPlace>
      <Show when={completing()}>
        {(asked) => (
          <CompleteDialog
            order={props.editor.id}
            onComplete={(how) => move({ ...asked(), ...how })}
            onClose={() => setCompleting(null)}
          />
        )}
      </Show>
      <Show when={reopening()}>
        {(asked) => (
          <ReopenDialog
            state={stateName(kinds(), asked().kind, asked().state) ?? ''}
            onReopen={(comment) => move({ ...asked(), comment })}
            onClose={() => setReopening(null)}
          />
        )}
      </Show>
      <entry.Dialog />
    </>
  )
}

/** The other states of the kind, each to be taken from the palette: «3. Монтаж». */
function offersOf(
  kinds: readonly ShownKind[],
  kind: string | null,
  present: string | null,
  pick: (asked: Asked) => void,
): Offer[] {
  const states = kinds.find((one) => one.id === kind)?.states ?? []
  return states.flatMap(({ id, name }, index) =>
    kind === null || id === present
      ? []
      : [{ id: `state.${id}`, label: `${index + 1}. ${name}`, icon: ArrowRight, run: () => pick({ kind, state: id }) }],
  )
}
