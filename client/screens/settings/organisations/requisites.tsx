import { Show } from 'solid-js'
import { organisations } from '../../../../shared/company/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { Entries, entryRows } from '../../../records/card/entries.tsx'
import { createCurrency } from '../../../records/company.ts'
import { FillOrganisation } from '../../../records/counterparties/fill-organisation.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { Pictures } from './pictures.tsx'

/** What papers show of an organisation besides its fields. Of its accounts the first is meant where none is named. */
export function Requisites(props: { readonly id: string }) {
  const { t } = useWords()
  const currency = createCurrency()
  const record = createRecord(organisations, () => props.id)
  const mayWrite = useMayWrite('organisations')
  return (
    <Show when={record()?.row?.gone === false && record()?.row}>
      {(organisation) => (
        <>
          <Show when={mayWrite}>
            <FillOrganisation row={organisation()} />
          </Show>
          <Entries
            collection="organisations"
            id={props.id}
            list="accounts"
            title={t('settings.requisites.accounts')}
            one={t('records.organisations.lists.accounts')}
            none={t('settings.requisites.noAccounts')}
            fields={['bik', 'bank', 'account', 'correspondent']}
            rows={entryRows(props.id, organisation().accounts)}
            currency={currency()}
            readOnly={!mayWrite}
            apart={record()?.apart ?? []}
          />
          <Pictures organisation={organisation()} readOnly={!mayWrite} />
        </>
      )}
    </Show>
  )
}
