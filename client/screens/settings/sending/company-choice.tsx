import { Show } from 'solid-js'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { choiceLabel, fieldLabel } from '../../../records/words/labels.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface CompanyChoiceProps {
  readonly field: 'language' | 'letterSender'
  readonly hint: string
  readonly choices: readonly string[]
}

/** A choice that the company has made for all letters; the first one where it has made none. */
export function CompanyChoice(props: CompanyChoiceProps) {
  const { t } = useWords()
  const data = useData()
  const record = createRecord(company, () => COMPANY)
  const mayWrite = useMayWrite('company')
  return (
    <Show when={record()?.row}>
      {(row) => (
        <div class="mail-fields">
          <Select
            label={t(fieldLabel('company', props.field))}
            hint={props.hint}
            value={row()[props.field] ?? props.choices[0] ?? null}
            disabled={!mayWrite}
            options={props.choices.map((value) => ({ value, label: t(choiceLabel('company', props.field, value)) }))}
            onCommit={(value) =>
              data.run('setRecord', { collection: 'company', id: COMPANY, values: { [props.field]: value } })
            }
          />
        </div>
      )}
    </Show>
  )
}
