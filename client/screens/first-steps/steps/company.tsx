import { Show } from 'solid-js'
import { organisations } from '../../../../shared/company/collections.ts'
import { createAll, createRecord, useData } from '../../../data/page/solid.tsx'
import { RecordForm } from '../../../records/card/record-form.tsx'
import { FillOrganisation } from '../../../records/counterparties/fill-organisation.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const FORM = ['name', 'inn', 'address', 'phone'] as const

/** The first organisation, in whose name orders are made. */
export function CompanyStep() {
  const { t } = useWords()
  const data = useData()
  const all = createAll(organisations)
  const id = () => all()[0]?.id ?? null
  const record = createRecord(organisations, id)
  return (
    <Show when={record()?.row}>
      {(row) => (
        <>
          <RecordForm
            collection="organisations"
            id={row().id}
            fields={FORM}
            values={row()}
            currency=""
            apart={record()?.apart ?? []}
            onCommit={(field, value) =>
              data.run('setRecord', { collection: 'organisations', id: row().id, values: { [field]: value } })
            }
          />
          <FillOrganisation row={row()} />
          <Link href={`/settings/organisations/${row().id}`}>{t('firstSteps.steps.company.more')}</Link>
        </>
      )}
    </Show>
  )
}
