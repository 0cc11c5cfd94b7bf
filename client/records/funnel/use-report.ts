import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Subscription } from '../../data/page/client.ts'
import { type FunnelReceived, putTogether } from '../../data/page/funnel-report.ts'
import { useData } from '../../data/page/solid.tsx'
import type { FunnelQuery } from '../../data/queries/query.ts'

/**
 * The live answer to a funnel's query; undefined until the first has come, then the last until the next one is there.
 * `clock`: asks anew when it moves on, as the hours of running stays do. A report has many hundreds of blocks, which
 * come anew when they change, so it stands in a signal, not in a store that watches each of its figures.
 */
export function createReport(
  query: Accessor<FunnelQuery | null>,
  clock: Accessor<number>,
): Accessor<FunnelReceived | undefined> {
  const client = useData()
  const [report, setReport] = createSignal<FunnelReceived>()
  let subscription: Subscription | undefined
  createEffect(
    on([query, clock], ([asked]) => {
      if (!asked) return
      if (subscription) subscription.ask(asked)
      else
        subscription = client.subscribe(asked, (got) => got.what === 'funnel' && setReport(putTogether(report(), got)))
    }),
  )
  onCleanup(() => subscription?.end())
  return report
}
