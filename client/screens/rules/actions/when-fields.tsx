import { Show } from 'solid-js'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TimeField } from '../../../ui/inputs/typed/time-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createRuleWrites } from '../writing.ts'
import type { ActionFieldsProps } from './action-field.tsx'

/** From ten in the evening until eight in the morning: quiet hours as they begin, minutes of the day. */
const NIGHT = { quietFrom: 22 * 60, quietUntil: 8 * 60 }

/** When an action is done: how long after the move, and at which hours not. */
export function WhenFields(props: ActionFieldsProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const set = (values: { readonly [field: string]: number | null }) => writes.setAction(props.action.id, values)
  const isQuiet = () => props.action.quietFrom !== null || props.action.quietUntil !== null
  return (
    <>
      <NumberField
        label={t(fieldLabel('rules', 'delay'))}
        placeholder={t('rules.actions.atOnce')}
        min={0}
        value={props.action.delay}
        readOnly={props.readOnly}
        onCommit={(delay) => set({ delay })}
      />
      <Checkbox
        label={t('rules.actions.quiet')}
        hint={t('rules.actions.quietHint')}
        checked={isQuiet()}
        readOnly={props.readOnly}
        onCommit={(on) => set(on ? NIGHT : { quietFrom: null, quietUntil: null })}
      />
      <Show when={isQuiet()}>
        <TimeField
          label={t(fieldLabel('rules', 'quietFrom'))}
          value={props.action.quietFrom ?? NIGHT.quietFrom}
          readOnly={props.readOnly}
          onCommit={(quietFrom) => set({ quietFrom })}
        />
        <TimeField
          label={t(fieldLabel('rules', 'quietUntil'))}
          value={props.action.quietUntil ?? NIGHT.quietUntil}
          readOnly={props.readOnly}
          onCommit={(quietUntil) => set({ quietUntil })}
        />
      </Show>
    </>
  )
}
