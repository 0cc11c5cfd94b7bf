import { Match, Switch } from 'solid-js'
import type { Action } from '../../../../shared/rules/collections.ts'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import type { ActionFieldsProps } from './action-field.tsx'
import { MadeFields } from './made-fields.tsx'
import { MessageFields } from './message-fields.tsx'
import { PersonField } from './person-field.tsx'
import { StateFields } from './state-fields.tsx'
import { WhenFields } from './when-fields.tsx'

/** What an action of its sort is to know, and when it is done. */
export function ActionFields(props: ActionFieldsProps) {
  const is = (...sorts: readonly Action['does'][]) => sorts.includes(props.action.does)
  return (
    <Fields side>
      <Switch fallback={<MadeFields {...props} />}>
        <Match when={is('letter', 'sms')}>
          <MessageFields {...props} />
        </Match>
        <Match when={is('setState')}>
          <StateFields {...props} />
        </Match>
        <Match when={is('setResponsible')}>
          <PersonField {...props} required />
        </Match>
      </Switch>
      <WhenFields {...props} />
    </Fields>
  )
}
