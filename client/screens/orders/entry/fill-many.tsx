import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { NOT_FOR_MANY } from '../../../../shared/orders/asked.ts'
import { states } from '../../../../shared/orders/collections.ts'
import { askedBy } from '../../../../shared/orders/moves/entry.ts'
import type { MoveRequest } from '../../../../shared/orders/moves/move-order.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { AskedField } from './asked-field.tsx'

type Fill = NonNullable<MoveRequest['fill']>

/** What is filled in for many orders, where they have nothing. */
interface FillManyProps {
  /** The state that they are to enter, by id. */
  readonly state: string | null
  readonly onChange: (fill: Fill) => void
}

/** What a state asks for, to be filled in at once in all orders that lack it. */
export function FillMany(props: FillManyProps) {
  const { t } = useWords()
  const all = createEvery(states)
  const [fill, setFill] = createSignal<Fill>({})
  const state = () => all().find(({ id }) => id === props.state)
  const asked = () => askedBy(state() ?? { requires: [] })
  const fields = () => asked().filter((name) => !NOT_FOR_MANY.includes(name))
  createEffect(
    on(
      () => props.state,
      () => setFill({}),
      { defer: true },
    ),
  )
  const set = (name: string, value: Json) => {
    setFill({ ...fill(), [name]: value })
    props.onChange(fill())
  }
  return (
    <Show when={asked().length > 0}>
      <Section title={t('orders.entry.many', { state: state()?.name ?? '' })}>
        <Show when={fields().length > 0}>
          <p class="dim">{t('orders.entry.manyText')}</p>
        </Show>
        <Show when={fields().length < asked().length}>
          <p class="dim">{t('orders.entry.manyLines')}</p>
        </Show>
        <Fields side>
          <For each={fields()}>
            {(name) => (
              <AskedField
                name={name}
                value={((fill() as { readonly [field: string]: unknown })[name] ?? null) as Json}
                onCommit={(value) => set(name, value)}
              />
            )}
          </For>
        </Fields>
      </Section>
    </Show>
  )
}
