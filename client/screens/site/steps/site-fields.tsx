import { SITE, sites } from '../../../../shared/site/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { RecordForm } from '../../../records/card/record-form.tsx'
import { createCurrency } from '../../../records/company.ts'
import type { StepProps } from './step-props.ts'

/** Fields of the site's record by their names, each saved when it is left. */
export function SiteFields(props: StepProps & { readonly fields: readonly string[] }) {
  const data = useData()
  const record = createRecord(sites, () => SITE)
  const currency = createCurrency()
  return (
    <RecordForm
      across
      collection="sites"
      id={SITE}
      fields={props.fields}
      values={props.site}
      currency={currency()}
      readOnly={props.readOnly}
      apart={record()?.apart ?? []}
      onCommit={(field, value) => data.run('setRecord', { collection: 'sites', id: SITE, values: { [field]: value } })}
    />
  )
}
