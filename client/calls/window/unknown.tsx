import { Show } from 'solid-js'
import { customers } from '../../../shared/customers/collections.ts'
import { createChoices } from '../../records/card/reference-field.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { CallWindowProps } from './props.ts'

/** Somebody whom nobody knows was taken up: who it is, or what is to be made of the call. */
export function Unknown(props: CallWindowProps) {
  const { t } = useWords()
  const choices = createChoices(customers)
  return (
    <div class="call-unknown">
      <Combobox
        label={t('calling.who')}
        hint={t('calling.whoHint')}
        value={null}
        options={choices.options()}
        onCommit={(customer) => customer !== null && void props.taking.name(props.window, { customer, name: null })}
        onCreate={(name) => void props.taking.name(props.window, { name })}
      />
      <div class="call-acts">
        <Show when={props.window.spaced}>
          {(number) => (
            <Button size="small" onClick={() => void props.taking.name(props.window, { name: number() })}>
              {t('calling.makeCustomer')}
            </Button>
          )}
        </Show>
        <Button size="small" onClick={() => void props.taking.openEvent(props.window)}>
          {t('calling.makeEvent')}
        </Button>
      </div>
    </div>
  )
}
