import { createMemo, createSignal, For, Show } from 'solid-js'
import { Checkbox } from '../../../ui/inputs/checkbox.tsx'
import { matchOptions } from '../../../ui/inputs/match-options.ts'
import { SearchField } from '../../../ui/inputs/search-field.tsx'
import type { Named } from '../view/names.ts'

export interface MultiChoiceProps {
  readonly label: string
  readonly options: readonly Named[]
  /** Ids; none means all. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** With more options than this, they can be searched. */
const FEW = 8

/** Any of several. */
export function MultiChoice(props: MultiChoiceProps) {
  const [search, setSearch] = createSignal('')
  const options = createMemo(() =>
    matchOptions(
      props.options.map(({ id, name }) => ({ value: id, label: name ?? id })),
      search(),
    ),
  )
  const toggle = (id: string, isChosen: boolean) =>
    props.onChange(isChosen ? [...props.chosen, id] : props.chosen.filter((one) => one !== id))
  return (
    <Show when={props.options.length > 0}>
      <fieldset class="multi-choice">
        <legend>{props.label}</legend>
        <Show when={props.options.length > FEW}>
          <SearchField value={search()} onInput={setSearch} label={props.label} />
        </Show>
        <div class="multi-choice-list">
          <For each={options()}>
            {(option) => (
              <Checkbox
                label={option.label}
                checked={props.chosen.includes(option.value)}
                onCommit={(isChosen) => toggle(option.value, isChosen)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  )
}
