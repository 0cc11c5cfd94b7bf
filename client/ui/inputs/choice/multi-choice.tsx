import { createMemo, createSignal, For, Show } from 'solid-js'
import { Dot } from '../../state/state-chip.tsx'
import { useWords } from '../../words/words.tsx'
import { Checkbox } from '../toggles/checkbox.tsx'
import { SearchField } from '../typed/search-field.tsx'
import { MOST_OPTIONS, matchOptions } from './match-options.ts'
import type { Option } from './option.tsx'
import './multi-choice.css'

export interface MultiChoiceProps {
  readonly label: string
  /** The label is said, not shown. */
  readonly bare?: boolean | undefined
  readonly options: readonly Option[]
  /** Values; none means all. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** With more options than this, they can be searched. */
const FEW = 8

/** Any of several. */
export function MultiChoice(props: MultiChoiceProps) {
  const { t } = useWords()
  const [search, setSearch] = createSignal('')
  const matching = createMemo(() => matchOptions(props.options, search()))
  const toggle = (value: string, isChosen: boolean) =>
    props.onChange(isChosen ? [...props.chosen, value] : props.chosen.filter((one) => one !== value))
  return (
    <Show when={props.options.length > 0}>
      <fieldset class="multi-choice">
        <legend classList={{ said: props.bare ?? false }}>{props.label}</legend>
        <Show when={props.options.length > FEW}>
          <SearchField value={search()} onInput={setSearch} label={props.label} />
        </Show>
        <div class="multi-choice-list">
          <For each={matching().slice(0, MOST_OPTIONS)}>
            {(option) => (
              <span class="multi-choice-one">
                <Checkbox
                  label={option.label}
                  checked={props.chosen.includes(option.value)}
                  onCommit={(isChosen) => toggle(option.value, isChosen)}
                />
                <Show when={option.hue !== undefined}>
                  <Dot hue={option.hue ?? null} />
                </Show>
              </span>
            )}
          </For>
        </div>
        <Show when={matching().length > MOST_OPTIONS}>
          <p class="pop-note">{t('common.fields.moreItems', { n: matching().length - MOST_OPTIONS })}</p>
        </Show>
      </fieldset>
    </Show>
  )
}
