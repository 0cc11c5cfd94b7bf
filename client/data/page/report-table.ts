import { type Accessor, batch, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type ReportChange, type ReportTable, tableAfter } from '../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../shared/reports/ask.ts'
import type { DataClient, Subscription } from './client.ts'
import { useData } from './solid.tsx'

/** A report as a page has put it together from its answers, and what was asked for it. */
export interface ReportReceived {
  /** Undefined until the first answer has come, then the last until the next one is there. */
  readonly table: Accessor<ReportTable | undefined>
  readonly asked: Accessor<ReportAsk | undefined>
}

/**
 * A report's live table; none while `ask` gives null. It may have many thousands of rows, so it stands in a signal, not in a store that
 * watches each of its figures; rows that did not change stay themselves.
 */
export function createReportTable(ask: Accessor<ReportAsk | null>): ReportReceived {
  const client = useData()
  const [table, setTable] = createSignal<ReportTable>()
  const [asked, setAsked] = createSignal<ReportAsk>()
  let subscription: Subscription | null = null
  const take = (told: ReportTable | ReportChange) =>
    batch(() => {
      setTable((before) => (before ? tableAfter(before, told) : whole(told)))
      setAsked(ask() ?? undefined)
    })
  const end = () => {
    subscription?.end()
    subscription = null
  }
  createEffect(
    on(ask, (wanted) => {
      const query = wanted && ({ what: 'report', ask: wanted } as const)
      if (query === null) end()
      else if (subscription) subscription.ask(query)
      else subscription = client.subscribe(query, (got) => got.what === 'report' && take(got.told))
    }),
  )
  onCleanup(end)
  return { table: () => (ask() ? table() : undefined), asked }
}

/** A report as it stands now. */
export async function readReport(client: DataClient, ask: ReportAsk): Promise<ReportTable> {
  const { told } = await client.once({ what: 'report', ask })
  const table = whole(told)
  if (!table) throw new Error('a report that is asked for first came in part')
  return table
}

/** What is told first is the whole. */
function whole(told: ReportTable | ReportChange): ReportTable | undefined {
  return 'columns' in told ? told : undefined
}
