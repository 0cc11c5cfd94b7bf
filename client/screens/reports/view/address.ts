import { useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { type Accessor, createMemo } from 'solid-js'
import type { ReportFigure } from '../../../../shared/reports/behind.ts'
import { readFigure, writeFigure } from '../../../../shared/reports/view/figure.ts'
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
  /** The figure whose orders, or events, are listed. */
  readonly figure: Accessor<ReportFigure | null>
  /** Lists what is behind a figure: a step of the browser's history, so that Back closes the list. */
  readonly openFigure: (figure: ReportFigure) => void
  /** Lists what is behind another one in its place. */
  readonly turnFigure: (figure: ReportFigure) => void
  readonly closeFigure: () => void
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
  const location = useLocation<{ readonly opened: boolean }>()
  const navigate = useNavigate()
  const written = (view: ReportView, kept: string | null) => ({ ...NOTHING, ...writeReport(view), view: kept })
  const view = createMemo(() => readReport(search as MaybeWritten), null, WHEN_IT_READS_OTHERWISE)
  return {
    view,
    kept: () => (typeof search.view === 'string' ? search.view : null),
    open: (view, kept) => setSearch(written(view, kept)),
    show: (view, kept) => setSearch(written(view, kept), { replace: true }),
    leave: () => setSearch(NOTHING),
    figure: createMemo(
      () => {
        const [present, { behind }] = [view(), search]
        return present && typeof behind === 'string' ? readFigure(behind, present) : null
      },
      null,
      WHEN_IT_READS_OTHERWISE,
    ),
    openFigure: (figure) => setSearch({ behind: writeFigure(figure) }, { state: { opened: true } }),
    turnFigure: (figure) =>
      setSearch({ behind: writeFigure(figure) }, { replace: true, ...(location.state && { state: location.state }) }),
    closeFigure: () => (location.state?.opened ? navigate(-1) : setSearch({ behind: null }, { replace: true })),
  }
}

/** What parts of an open report are given while it is being closed. */
export const NO_REPORT = firstView('sales')
