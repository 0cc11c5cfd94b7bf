import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Subscription } from '../../../data/page/client.ts'
import { useData } from '../../../data/page/solid.tsx'
import type { FunnelAnswer, FunnelQuery } from '../../../data/queries/query.ts'

/**
 * The live answer to a funnel's query; undefined until the first has come, then the last until the next one is there.
 * `clock`: asks anew when it moves on, as the hours of running stays do. A report comes whole and has many hundreds of
 * blocks without ids, so it stands in a signal, not in a store that watches each of its figures.
 */
export function createReport(
  query: Accessor<FunnelQuery | null>,
  clock: Accessor<number>,
): Accessor<FunnelAnswer | undefined> {
  const client = useData()
  const [answer, setAnswer] = createSignal<FunnelAnswer>()
  let subscription: Subscription | undefined
  createEffect(
    on([query, clock], ([asked]) => {
      if (!asked) return
      if (subscription) subscription.ask(asked)
      else subscription = client.subscribe(asked, (got) => got.what === 'funnel' && setAnswer(got))
    }),
  )
  onCleanup(() => subscription?.end())
  return answer
}
