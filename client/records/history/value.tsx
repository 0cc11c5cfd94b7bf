import { createMemo, Match, Show, Switch } from 'solid-js'
import type { Field } from '../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import { Dot, StateChip } from '../../ui/state/state-chip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useTelling } from './telling.ts'

/** What a value is shown from. */
export interface ValueProps {
  readonly name: string
  readonly field: Field
  readonly value: Json
}

/** A value as the card shows it: a colour as such, a state on its own, everything else in words. */
export function Value(props: ValueProps) {
  const { t } = useWords()
  const telling = useTelling()
  const text = createMemo(() => telling.shows(props.name, props.field)(props.value))
  return (
    <Switch fallback={<span class="told-value">{text()}</span>}>
      <Match when={props.value === null || props.value === ''}>
        <span class="dim">{t('apart.empty')}</span>
      </Match>
      <Match when={props.field.type === 'hue'}>
        <Dot hue={props.value as number} />
        <span class="said">{text()}</span>
      </Match>
      <Match when={props.field.to === 'states'}>
        <State id={String(props.value)} />
      </Match>
    </Switch>
  )
}

/** A state of orders by its id, on its colour. */
export function State(props: { readonly id: string }) {
  const { t } = useWords()
  const telling = useTelling()
  const found = () => telling.states().find((one) => one.id === props.id)
  return (
    <Show when={found()} fallback={<StateChip name={t('orders.missingState')} hue={null} missing />}>
      {(state) => <StateChip name={state().name ?? ''} hue={state().hue} />}
    </Show>
  )
}
