import ChevronDown from 'lucide-solid/icons/chevron-down'
import { Show } from 'solid-js'
import { Popover } from '../../overlays/panes/popover.tsx'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps } from '../field/field.tsx'
import { MultiChoice } from './multi-choice.tsx'
import type { Option } from './option.tsx'
import './select.css'

export interface MultiSelectProps extends FieldProps {
  readonly options: readonly Option[]
  /** Values. */
  readonly chosen: readonly string[]
  /** Names of the chosen, for those that are not among the options. */
  readonly text: string
  readonly onChange: (chosen: readonly string[]) => void
}

/** A field that holds any of several: it shows their names, a press opens the choice. */
export function MultiSelect(props: MultiSelectProps) {
  const { t } = useWords()
  const id = createFieldId()
  return (
    <FieldFrame {...props} id={id} group>
      <Popover
        label={props.label}
        class="multi-pop"
        trigger={(attributes) => (
          <button {...attributes} type="button" class="box select" aria-labelledby={`${id}-label ${id}`} id={id}>
            <Show when={props.text} fallback={<span class="cut select-none">{t('common.notChosen')}</span>}>
              <span class="cut">{props.text}</span>
            </Show>
            <ChevronDown class="icon" aria-hidden="true" />
          </button>
        )}
      >
        {() => (
          <MultiChoice
            bare
            label={props.label}
            options={props.options}
            chosen={props.chosen}
            onChange={(chosen) => props.onChange(chosen)}
          />
        )}
      </Popover>
    </FieldFrame>
  )
}
