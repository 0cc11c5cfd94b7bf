import { Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { ActionField, type ActionFieldsProps } from './action-field.tsx'
import { PersonField } from './person-field.tsx'

/** What an event, job, calendar record or reminder says, whose it is, when it is due and how long it takes. */
export function MadeFields(props: ActionFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <ActionField {...props} name="subject" />
      <ActionField {...props} name="text" />
      <p class="dim action-hint">{t('rules.actions.parameters')}</p>
      <PersonField {...props} />
      <ActionField {...props} name="days" />
      <Show when={props.action.does !== 'remind'}>
        <ActionField {...props} name="minutes" />
      </Show>
    </>
  )
}
