import { createResource, createSignal, Show } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { ReferenceField } from '../../card/reference-field.tsx'
import { useLetterWords } from '../body/words.ts'
import { type BindingProps, Earlier } from './bind-dialog.tsx'
import { phonesIn } from './signature.ts'

/** «Создать контакт»: who wrote becomes a customer, or a contact of one; phones are offered from the signature. */
export function ContactDialog(props: BindingProps) {
  const { t } = useWords()
  const read = useLetterWords()
  const [phones] = createResource(async () => {
    const { id, body, snippet } = props.shown.letter
    if (typeof body !== 'string') return phonesIn(snippet ?? '')
    // Without the words, which are not here, nothing is offered.
    return await read(id, body).then(
      ({ text }) => phonesIn(text),
      () => [],
    )
  })
  return (
    <Dialog open title={t('mail.binding.create')} onClose={props.onClose}>
      <Show when={phones()} fallback={<Skeleton lines={4} />}>
        {(found) => <Form {...props} phones={found()} />}
      </Show>
    </Dialog>
  )
}

function Form(props: BindingProps & { readonly phones: readonly string[] }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const { fromName, fromAddress } = props.shown.letter
  const [name, setName] = createSignal(fromName ?? fromAddress?.split('@')[0] ?? null)
  const [phones, setPhones] = createSignal<string | null>(props.phones.join(', ') || null)
  const [customer, setCustomer] = createSignal<string | null>(null)
  const [withEarlier, setWithEarlier] = createSignal(true)
  const checked = createChecked({ name: () => (name()?.trim() ? undefined : t('mail.binding.nameless')) })
  const make = async () => {
    const ids = [props.shown.id, ...(withEarlier() ? props.shown.sameSender : [])]
    const made = {
      ...{ ids, name: name() ?? '', address: fromAddress ?? '' },
      customer: customer() ?? (await data.newId('customers')),
      phones: (phones() ?? '').split(/[,;]/).flatMap((one) => one.trim() || []),
      responsible: data.account.person,
    }
    if (await acts.run('makeContactFrom', made, t('mail.binding.made', { name: made.name }))) props.onClose()
  }
  return (
    <SentForm submit={t('mail.binding.doCreate')} checked={checked} onSubmit={make}>
      <TextField
        autofocus
        label={t('mail.binding.name')}
        value={name()}
        error={checked.errorOf('name')}
        onCommit={setName}
      />
      <TextField
        label={t('mail.binding.phones')}
        hint={t('mail.binding.phonesHint')}
        value={phones()}
        onCommit={setPhones}
      />
      <ReferenceField
        label={t('mail.binding.of')}
        hint={t('mail.binding.ofHint')}
        to="customers"
        value={customer()}
        onCommit={setCustomer}
      />
      <Earlier shown={props.shown} checked={withEarlier()} onCommit={setWithEarlier} />
    </SentForm>
  )
}
