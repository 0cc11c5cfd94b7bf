import { Show } from 'solid-js'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { createMessage } from '../create-message.ts'

/** What stands for «as the company says»: a list has no option without a value. */
const COMPANY = 'company'

/** By which of the own phones an SMS goes, or as the company says, which is remembered; nothing for who has no such phone. */
export function PhoneField(props: { readonly message: ReturnType<typeof createMessage> }) {
  const { t } = useWords()
  const options = () => [
    { value: COMPANY, label: t('messages.write.byCompany') },
    ...props.message.texting().map(({ id, name, number }) => ({ value: id, label: name ?? '', hint: number ?? '' })),
  ]
  const choose = (value: string | null) => {
    const phone = value === COMPANY ? null : value
    props.message.rememberPhone(phone)
    props.message.put({ phone })
  }
  return (
    <Show when={props.message.texting().length > 0}>
      <Select
        label={t('messages.write.byPhone')}
        value={props.message.phone()?.id ?? COMPANY}
        options={options()}
        onCommit={choose}
      />
    </Show>
  )
}
