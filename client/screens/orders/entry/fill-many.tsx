import { Show } from 'solid-js'
import { NOT_FOR_MANY } from '../../../../shared/orders/asked.ts'
import { states } from '../../../../shared/orders/collections.ts'
import { askedBy } from '../../../../shared/orders/moves/entry.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { AskedFields, type Fill } from './asked-fields.tsx'

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
  const state = () => all().find(({ id, requires }) => id === props.state && requires.length > 0)
  return (
    <Show when={state()} keyed>
      {(known) => {
        const asked = askedBy(known)
        const fields = asked.filter((name) => !NOT_FOR_MANY.includes(name))
        return (
          <Section title={t('orders.entry.many', { state: known.name ?? '' })}>
            <Show when={fields.length > 0}>
              <p class="dim">{t('orders.entry.manyText')}</p>
            </Show>
            <Show when={fields.length < asked.length}>
              <p class="dim">{t('orders.entry.manyLines')}</p>
            </Show>
            <AskedFields names={fields} onChange={(fill) => props.onChange(fill)} />
          </Section>
        )
      }}
    </Show>
  )
}
