import { Show } from 'solid-js'
import { organisations } from '../../../../shared/company/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { Accounts } from './accounts.tsx'
import { Pictures } from './pictures.tsx'

/** What papers show of an organisation besides its fields. */
export function Requisites(props: { readonly id: string }) {
  const record = createRecord(organisations, () => props.id)
  const mayWrite = useMayWrite('organisations')
  return (
    <Show when={record()?.row?.gone === false && record()?.row}>
      {(organisation) => (
        <>
          <Accounts organisation={organisation()} readOnly={!mayWrite} />
          <Pictures organisation={organisation()} readOnly={!mayWrite} />
        </>
      )}
    </Show>
  )
}
