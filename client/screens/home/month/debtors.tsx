import { createMemo } from 'solid-js'
import type { Item } from '../../../data/queries/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { createCounted, listOf } from '../asking.ts'
import { Panel } from '../parts/panel.tsx'
import { Rows } from '../parts/rows.tsx'

const OWING = [{ field: 'toUs', is: 'more', values: [0] }] as const

/** Who owes us most. */
export function Debtors(props: { readonly around: HomeAround }) {
  const { t } = useWords()
  const answer = createCounted(() => ({
    collection: 'customers',
    filter: OWING,
    sort: [{ field: 'toUs', down: true }],
    rows: 5,
  }))
  const rows = createMemo(() =>
    (answer()?.rows as readonly Item[] | undefined)?.map((customer) => ({
      id: customer.id,
      to: `/customers/${customer.id}`,
      main: String(customer.name ?? ''),
      end: props.around.money(Number(customer.toUs ?? 0)),
    })),
  )
  return (
    <Panel
      title={t('home.debtors')}
      to={`${listOf('/customers', OWING)}&sort=-toUs`}
      aside={<span class="home-count">{answer()?.count}</span>}
    >
      <Rows rows={rows()} nothing={t('home.noDebts')} />
    </Panel>
  )
}
