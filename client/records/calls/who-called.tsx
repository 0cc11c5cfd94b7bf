import { Show } from 'solid-js'
import { customers } from '../../../shared/customers/collections.ts'
import { spacedNumber } from '../../../shared/phones/phone.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createChoices } from '../card/reference-field.tsx'
import type { CallDeeds, ToldCall } from './call-deeds.ts'
import './who-called.css'

/** Nobody known has the number of a call: who it is, or what is to be made of it. */
export function WhoCalled(props: { readonly call: ToldCall; readonly deeds: CallDeeds }) {
  const { t } = useWords()
  const choices = createChoices(customers)
  return (
    <div class="who-called">
      <Combobox
        label={t('calling.who')}
        {...(props.call.number !== null && { hint: t('calling.whoHint') })}
        value={null}
        options={choices.options()}
        onCommit={(customer) => customer !== null && void props.deeds.name(props.call, { customer, name: null })}
        onCreate={(name) => void props.deeds.name(props.call, { name })}
      />
      <div class="call-acts">
        <Show when={props.call.number}>
          {(number) => (
            <Button size="small" onClick={() => void props.deeds.name(props.call, { name: spacedNumber(number()) })}>
              {t('calling.makeCustomer')}
            </Button>
          )}
        </Show>
        <Button size="small" onClick={() => void props.deeds.openEvent(props.call)}>
          {t('calling.makeEvent')}
        </Button>
      </div>
    </div>
  )
}
