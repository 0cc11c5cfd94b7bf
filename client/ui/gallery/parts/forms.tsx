import { createSignal } from 'solid-js'
import { Failure } from '../../../../shared/errors.ts'
import { createChecked } from '../../forms/checks.ts'
import { SentForm } from '../../forms/sent-form.tsx'
import { Fields } from '../../inputs/field/field.tsx'
import { FieldMarkContext } from '../../inputs/field/field-mark.tsx'
import { TextArea } from '../../inputs/typed/text-area.tsx'
import { TextField } from '../../inputs/typed/text-field.tsx'
import { useWords } from '../../words/words.tsx'
import { soon } from './fields.tsx'
import { PEOPLE } from './samples.ts'
import { Specimen } from './specimen.tsx'

/** Sent empty it says what is missing at its field; filled in, the server refuses it. */
export function FormSpecimens() {
  const { t } = useWords()
  const [name, setName] = createSignal<string | null>(null)
  const label = () => t('records.customers.fields.name')
  const checked = createChecked({
    name: () => (name() === null ? t('common.fields.required', { label: label() }) : undefined),
  })
  const refuse = async () => {
    await soon()
    throw new Failure('server-unreachable')
  }
  return (
    <Specimen name="SentForm">
      <SentForm submit={t('common.save')} checked={checked} onSubmit={refuse}>
        <TextField required label={label()} value={name()} onCommit={setName} error={checked.errorOf('name')} />
      </SentForm>
    </Specimen>
  )
}

/** Fields that somebody else fills in now. */
export function FieldMarkSpecimens() {
  const { t } = useWords()
  const by = (at: number) => {
    const name = PEOPLE[at] ?? ''
    return { by: () => ({ name, words: t('presence.edits', { name }) }), onHere: () => {} }
  }
  return (
    <Specimen name="FieldMarkContext">
      <Fields>
        <FieldMarkContext.Provider value={by(0)}>
          <TextField label={t('records.orders.fields.contact')} value="Мария" onCommit={soon} />
        </FieldMarkContext.Provider>
        <FieldMarkContext.Provider value={by(1)}>
          <TextArea label={t('records.orders.fields.note')} value="домофон 45" onCommit={soon} />
        </FieldMarkContext.Provider>
      </Fields>
      <Fields side>
        <FieldMarkContext.Provider value={by(2)}>
          <TextField label={t('records.orders.fields.contact')} value="Мария" onCommit={soon} />
        </FieldMarkContext.Provider>
      </Fields>
    </Specimen>
  )
}
