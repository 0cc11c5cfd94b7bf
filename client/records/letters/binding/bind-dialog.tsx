import { createSignal, Show } from 'solid-js'
import type { ShownLetter } from '../../../data/queries/mail/query.ts'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { ReferenceField } from '../../card/reference-field.tsx'

export interface BindingProps {
  readonly shown: ShownLetter
  readonly onClose: () => void
}

/** «Связать с покупателем»: a letter, and earlier ones of who wrote it, with a customer that is there. */
export function BindDialog(props: BindingProps) {
  const { t } = useWords()
  const acts = useActs()
  const [customer, setCustomer] = createSignal<string | null>(props.shown.letter.customer)
  const [withEarlier, setWithEarlier] = createSignal(true)
  const checked = createChecked({ customer: () => (customer() === null ? t('mail.binding.choose') : undefined) })
  const bind = async () => {
    const ids = [props.shown.id, ...(withEarlier() ? props.shown.sameSender : [])]
    const args = { ids, customer: customer() ?? '' }
    if (await acts.run('bindLetter', args, t('mail.binding.bound', { n: ids.length }))) props.onClose()
  }
  return (
    <Dialog open title={t('mail.binding.bind')} onClose={props.onClose}>
      <SentForm submit={t('mail.binding.doBind')} checked={checked} onSubmit={bind}>
        <ReferenceField
          autofocus
          label={t('mail.binding.customer')}
          to="customers"
          value={customer()}
          error={checked.errorOf('customer')}
          onCommit={setCustomer}
        />
        <Earlier shown={props.shown} checked={withEarlier()} onCommit={setWithEarlier} />
      </SentForm>
    </Dialog>
  )
}

/** «и прежние письма этого адреса», where there are any. */
export function Earlier(props: {
  readonly shown: ShownLetter
  readonly checked: boolean
  readonly onCommit: (is: boolean) => void
}) {
  const { t } = useWords()
  return (
    <Show when={props.shown.sameSender.length > 0}>
      <Checkbox
        label={t('mail.binding.earlier', { n: props.shown.sameSender.length })}
        checked={props.checked}
        onCommit={props.onCommit}
      />
    </Show>
  )
}
