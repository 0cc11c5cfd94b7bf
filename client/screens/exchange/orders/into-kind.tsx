import { Show } from 'solid-js'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import type { ShownKind } from '../../../records/process/process.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Toggle } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Which kind the orders of a file become, and where they stand in it. */
export interface Chosen {
  readonly kind: ShownKind | null
  readonly state: string | null
  readonly isUpdate: boolean
  /** Rules hear of the orders that come in. */
  readonly isHeard: boolean
}

/** «Куда идут заказы»: their kind, and the state of those whose status is none of the kind's. */
export function IntoKind(props: {
  readonly count: number
  readonly kinds: readonly ShownKind[]
  readonly chosen: Chosen
  readonly isBusy: boolean
  /** It was looked at: the screen's next act is another. */
  readonly isChecked: boolean
  readonly onChange: (change: Partial<Chosen>) => void
  readonly onCheck: () => void
}) {
  const { t } = useWords()
  const states = () => statesOf(props.chosen.kind)
  return (
    <Section title={t('exchange.orders.title')}>
      <p class="dim">{t('exchange.orders.about', { n: props.count })}</p>
      <Show when={props.kinds.length > 0} fallback={<Banner look="warn">{t('exchange.orders.noKind')}</Banner>}>
        <div class="exchange-choices">
          <Select
            label={t('exchange.orders.kind')}
            value={props.chosen.kind?.id ?? null}
            disabled={props.isBusy}
            options={props.kinds.map(({ id, name }) => ({ value: id, label: name }))}
            onCommit={(id) => {
              const kind = props.kinds.find((one) => one.id === id) ?? null
              props.onChange({ kind, state: statesOf(kind)[0]?.id ?? null })
            }}
          />
          <Select
            label={t('exchange.orders.state')}
            hint={t('exchange.orders.stateHint')}
            value={props.chosen.state}
            disabled={props.isBusy}
            options={states().map(({ id, name, hue }) => ({ value: id, label: name, hue }))}
            onCommit={(state) => props.onChange({ state })}
          />
        </div>
        <Toggle
          label={t('exchange.orders.update')}
          checked={props.chosen.isUpdate}
          disabled={props.isBusy}
          onCommit={(isUpdate) => props.onChange({ isUpdate })}
        />
        <Toggle
          label={t('exchange.orders.heard')}
          checked={props.chosen.isHeard}
          disabled={props.isBusy}
          onCommit={(isHeard) => props.onChange({ isHeard })}
        />
      </Show>
      <Button
        look={props.isChecked ? 'plain' : 'primary'}
        disabled={props.isBusy || props.chosen.state === null}
        onClick={props.onCheck}
      >
        {t('exchange.check')}
      </Button>
    </Section>
  )
}

/** Where an order may come in: not among those that are done. */
export function statesOf(kind: ShownKind | null): ShownKind['states'] {
  return (kind?.states ?? []).filter(({ id }) => id !== COMPLETED)
}
