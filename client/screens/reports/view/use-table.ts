import { type Accessor, batch, createEffect, createSignal, onCleanup } from 'solid-js'
import type { ReportTable } from '../../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../../shared/reports/ask.ts'
import type { Subscription } from '../../../data/page/client.ts'
import { useData } from '../../../data/page/solid.tsx'

/**
 * The live table that answers; undefined until the first has come, then the last until the next one is there. A report
 * may have many thousands of rows, so it stands in a signal, not in a store that watches each of its figures.
 */
export function createTable(ask: Accessor<ReportAsk>) {
  const client = useData()
  const [table, setTable] = createSignal<ReportTable>()
  const [asked, setAsked] = createSignal<ReportAsk>()
  let subscription: Subscription | undefined
  createEffect(() => {
    const query = { what: 'report', ask: ask() } as const
    if (subscription) subscription.ask(query)
    else
      subscription = client.subscribe(query, (got) => {
        if (got.what !== 'report') return
        batch(() => {
          setTable(got.table)
          setAsked(ask())
        })
      })
  })
  onCleanup(() => subscription?.end())
  return { table, asked }
}
