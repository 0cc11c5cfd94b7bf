import { Show } from 'solid-js'
import { organisations } from '../../../shared/company/collections.ts'
import type { Invoice } from '../../../shared/orders/invoices/collections.ts'
import { createRecord, useData } from '../../data/page/solid.tsx'
import { fieldLabel } from '../../records/words/labels.ts'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** To which of the organisation's accounts the invoice is paid; with one, or none, there is nothing to choose. */
export function AccountChoice(props: { readonly invoice: Invoice; readonly readOnly: boolean }) {
  const { t } = useWords()
  const data = useData()
  const organisation = createRecord(organisations, () => props.invoice.organisation)
  const accounts = () => organisation()?.row?.accounts ?? []
  const options = () =>
    accounts().map(({ id, account, bank }) => ({
      value: id,
      label: [account, bank].filter(Boolean).join(', ') || t('common.nameless'),
    }))
  const known = () => accounts().find(({ id }) => id === props.invoice.account) ?? accounts()[0]
  return (
    <Show when={accounts().length > 1}>
      <Select
        label={t(fieldLabel('invoices', 'account'))}
        value={known()?.id ?? null}
        options={options()}
        readOnly={props.readOnly}
        onCommit={(account) =>
          data.run('setRecord', { collection: 'invoices', id: props.invoice.id, values: { account } })
        }
      />
    </Show>
  )
}
