import { For, Show } from 'solid-js'
import { useWords } from '../../ui/words/words.tsx'
import { fieldLabel } from '../words/labels.ts'
import { entryOf, type NamedValue, useTelling } from './telling.ts'
import { State, Value } from './value.tsx'

/** Types that name an entry: a line is its product or its text, a rate its day. */
const NAMING = ['reference', 'text', 'date']

/** What an entry of a list is called: a state of a kind by the state, a line by its product. */
export function EntryTitle(props: { readonly path: string }) {
  const telling = useTelling()
  const isState = () => telling.collection === 'kinds' && props.path.startsWith('states/')
  const naming = () => namingOf(entryOf(telling, props.path))
  return (
    <Show when={!isState()} fallback={<State id={props.path.split('/')[1] ?? ''} />}>
      <Show when={naming()}>{(one) => <Value {...one()} />}</Show>
    </Show>
  )
}

/** What an entry was made with, besides what it is called by. */
export function EntryDetails(props: { readonly path: string; readonly values: readonly NamedValue[] }) {
  const { t } = useWords()
  const { collection } = useTelling()
  const rest = () => props.values.filter(({ name }) => name !== namingOf(props.values)?.name)
  return (
    <Show when={rest().length > 0}>
      <span class="told-details">
        <For each={rest()}>
          {(one) => (
            <span>
              <span class="dim">{t(fieldLabel(collection, one.name))}</span> <Value {...one} />
            </span>
          )}
        </For>
      </span>
    </Show>
  )
}

function namingOf(values: readonly NamedValue[]): NamedValue | undefined {
  return NAMING.map((type) => values.find(({ field }) => field.type === type)).find(Boolean)
}
