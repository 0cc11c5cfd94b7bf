import { createSignal, Show } from 'solid-js'
import { Link } from '../../ui/actions/link.tsx'
import { createChecked } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { Fields } from '../../ui/inputs/field/field.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createPeopleAt } from '../events/people-at.ts'
import { createDialling, type DialStart } from './dialling.ts'

export interface DialDialogProps extends DialStart {
  readonly onClose: () => void
}

/** «Набор номера»: whom, by which number and by which phone. */
export function DialDialog(props: DialDialogProps) {
  const { t } = useWords()
  const { diallers, dial } = createDialling()
  const people = createPeopleAt(() => props.customer ?? null)
  const [contact, setContact] = createSignal(props.contact ?? null)
  const [typed, setNumber] = createSignal(props.number)
  const number = () => typed() ?? people.ways(contact(), 'call')[0]?.value ?? null
  const [phone, setPhone] = createSignal<string | null>(null)
  const by = () => phone() ?? diallers.usual()?.id ?? null
  const checked = createChecked({
    number: () => (number()?.trim() ? undefined : t('calling.dial.noNumber')),
  })
  const choose = (one: string | null) => {
    setContact(one)
    const [first] = people.ways(one, 'call')
    if (first) setNumber(first.value)
  }
  const send = async () => {
    const chosen = by()
    const extension = number() === props.number ? props.extension : null
    const whom = { ...props, number: number(), extension, contact: contact() }
    if (chosen !== null && (await dial(whom, chosen))) props.onClose()
  }
  return (
    <Dialog open title={t('calling.dial.title')} onClose={props.onClose}>
      <Show when={by() !== null} fallback={<NoPhone />}>
        <SentForm submit={t('calling.dial.submit')} checked={checked} onSubmit={send}>
          <Fields>
            <Show when={people.options().length > 0}>
              <Combobox
                clearable
                label={t('calling.dial.contact')}
                value={contact()}
                options={people.options()}
                onCommit={choose}
              />
            </Show>
            <Combobox
              free
              required
              label={t('calling.dial.number')}
              value={number()}
              text={number() ?? ''}
              options={people.ways(contact(), 'call')}
              error={checked.errorOf('number')}
              onCommit={setNumber}
            />
            <Select
              required
              label={t('calling.dial.phone')}
              value={by()}
              options={diallers.usable().map(({ id, name }) => ({ value: id, label: name ?? '' }))}
              onCommit={setPhone}
            />
          </Fields>
        </SentForm>
      </Show>
    </Dialog>
  )
}

/** Nothing can dial here: says so, and leads to where a phone is connected. */
function NoPhone() {
  const { t } = useWords()
  return (
    <Banner look="info">
      <p>{t('calling.dial.noPhone')}</p>
      <Link href="/profile">{t('calling.dial.connect')}</Link>
    </Banner>
  )
}
