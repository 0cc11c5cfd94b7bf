import { useSearchParams } from '@solidjs/router'
import { type Accessor, createMemo } from 'solid-js'
import { type MaybeWritten, readReport, writeReport } from '../../../../shared/reports/view/text.ts'
import { firstView, type ReportView } from '../../../../shared/reports/view/view.ts'
import { WHEN_IT_READS_OTHERWISE } from './same.ts'

/** The report that the address names, and the kept view that it is; every part of it stands there, so that a link shows the same. */
export interface ReportAddress {
  /** Null: none, what to begin from is shown. */
  readonly view: Accessor<ReportView | null>
  readonly kept: Accessor<string | null>
  /** Opens a report: a step of the browser's history. */
  readonly open: (view: ReportView, kept: string | null) => void
  /** Shows the report otherwise. */
  readonly show: (view: ReportView, kept: string | null) => void
  /** Leaves it for what to begin from. */
  readonly leave: () => void
}

const NOTHING = Object.fromEntries(
  [
    'source',
    'rows',
    'columns',
    'measures',
    'period',
    'from',
    'until',
    'compare',
    'filter',
    'search',
    'sort',
    'chart',
    'view',
    'behind',
  ].map((part) => [part, null]),
)

export function createAddress(): ReportAddress {
  const [search, setSearch] = useSearchParams()
  const written = (view: ReportView, kept: string | null) => ({ ...NOTHING, ...writeReport(view), view: kept })
  return {
    view: createMemo(() => readReport(search as MaybeWritten), null, WHEN_IT_READS_OTHERWISE),
    kept: () => (typeof search.view === 'string' ? search.view : null),
    open: (view, kept) => setSearch(written(view, kept)),
    show: (view, kept) => setSearch(written(view, kept), { replace: true }),
    leave: () => setSearch(NOTHING),
  }
}

/** What parts of an open report are given while it is being closed. */
export const NO_REPORT = firstView('sales')
