import { Show } from 'solid-js'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { LANGUAGES } from '../../../../shared/locales/index.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { choiceLabel, fieldLabel } from '../../../records/words/labels.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** In which language templates are filled: dates, sums, how somebody is addressed. */
export function LetterLanguage() {
  const { t } = useWords()
  const data = useData()
  const record = createRecord(company, () => COMPANY)
  const mayWrite = useMayWrite('company')
  return (
    <Show when={record()?.row}>
      {(row) => (
        <div class="mail-fields">
          <Select
            label={t(fieldLabel('company', 'language'))}
            hint={t('sending.languageHint')}
            value={row().language ?? 'ru'}
            disabled={!mayWrite}
            options={LANGUAGES.map((value) => ({ value, label: t(choiceLabel('company', 'language', value)) }))}
            onCommit={(language) => data.run('setRecord', { collection: 'company', id: COMPANY, values: { language } })}
          />
        </div>
      )}
    </Show>
  )
}
