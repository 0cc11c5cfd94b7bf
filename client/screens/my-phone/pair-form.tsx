import { createSignal } from 'solid-js'
import type { Paired } from '../../../shared/calls/protocol.ts'
import { api } from '../../data/page/api.ts'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

interface PairFormProps {
  /** As the address says it, which was read from the screen's picture; the person sends it himself (SPEC PG1). */
  readonly code: string | null
  readonly onPaired: (paired: Paired) => void
}

/** Asks for the code that the program shows at the desk. */
export function PairForm(props: PairFormProps) {
  const { t } = useWords()
  const { required } = useChecks()
  const [code, setCode] = createSignal(props.code)
  const checked = createChecked(
    { code: () => required(code() ?? '', t('myPhone.code')) },
    { 'pairing-code-wrong': 'code' },
  )
  return (
    <Section title={t('myPhone.connect')}>
      <p class="dim">{t('myPhone.connectText')}</p>
      <SentForm
        narrow
        submit={t('myPhone.connectThis')}
        checked={checked}
        onSubmit={async () => props.onPaired(await api<Paired>('POST', '/phone/v1/pair', { code: code() ?? '' }))}
      >
        <TextField
          required
          label={t('myPhone.code')}
          value={code()}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={20}
          error={checked.errorOf('code')}
          onCommit={setCode}
        />
      </SentForm>
    </Section>
  )
}
