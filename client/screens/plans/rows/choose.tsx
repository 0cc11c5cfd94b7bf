import { createMemo, createSignal, Show } from 'solid-js'
import type { Analytic } from '../../../../shared/plans/collections.ts'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { MultiChoice } from '../../../ui/inputs/choice/multi-choice.tsx'
import type { Option } from '../../../ui/inputs/choice/option.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createAnalyticOptions } from './options.ts'

interface ChooseProps {
  readonly by: Analytic
  readonly chosen: readonly string[]
  /** Whether it is no choice any more. */
  readonly isTaken: (value: string) => boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any of what rows may be about. What was chosen stays among the options, whatever is typed. */
export function Choose(props: ChooseProps) {
  const { t } = useWords()
  // A plan's analytic does not change while rows are being chosen.
  const choosing = createAnalyticOptions(props.by)
  const [text, setText] = createSignal('')
  const seen = new Map<string, Option>()
  const options = createMemo(() => {
    const found = choosing.options().filter(({ value }) => !props.isTaken(value))
    for (const one of found) seen.set(one.value, one)
    const kept = props.chosen.filter((value) => !found.some((one) => one.value === value))
    return [...kept.flatMap((value) => seen.get(value) ?? []), ...found]
  })
  const label = () => t(`records.choices.${props.by}`)
  const all = () => props.onChange(props.chosen.length > 0 ? [] : options().map(({ value }) => value))
  return (
    <div class="plan-choose">
      <Show when={choosing.search}>
        {(search) => (
          <SearchField
            label={label()}
            value={text()}
            onInput={(typed) => {
              setText(typed)
              search()(typed)
            }}
          />
        )}
      </Show>
      <Show when={options().length > 0} fallback={<p class="dim">{t('plans.rows.nothing')}</p>}>
        <MultiChoice label={label()} options={options()} chosen={props.chosen} onChange={props.onChange} />
        <Show when={!choosing.search}>
          <LinkButton onClick={all}>{t(props.chosen.length > 0 ? 'plans.rows.none' : 'plans.rows.all')}</LinkButton>
        </Show>
      </Show>
    </div>
  )
}
