import { type Accessor, createContext, createMemo, type ParentProps, useContext } from 'solid-js'
import { type Figures, figuresOf } from '../../../shared/print/figures.ts'
import type { ReportTable } from '../../../shared/reports/answer.ts'
import type { ReportAsk } from '../../../shared/reports/ask.ts'
import { asKeptView, fromKeptView, writeReport } from '../../../shared/reports/view/text.ts'
import { askOf, type ReportView } from '../../../shared/reports/view/view.ts'
import type { Naming } from '../../../shared/reports/writing/names.ts'
import { createReportTable } from '../../data/page/report-table.ts'
import { createCurrency } from '../../records/company.ts'
import { createKept, type KeptViews, type ViewState, type ViewText } from '../../records/list/views/kept-views.ts'
import { createToday } from '../../records/today.ts'
import { dictionary } from '../../ui/words/dictionaries.ts'
import { useWords } from '../../ui/words/words.tsx'
import { NO_REPORT, type ReportAddress } from './view/address.ts'
import { WHEN_IT_READS_OTHERWISE } from './view/same.ts'

/** Kept reports stand among the views of lists under this name. */
export const LIST = 'reports'

type OfFigure = 'figure' | 'openFigure' | 'turnFigure' | 'closeFigure'

/** What the parts of an open report share. */
export interface ReportApi extends Pick<ReportAddress, OfFigure> {
  readonly view: Accessor<ReportView>
  /** Changes the report, and with it the address. */
  readonly change: (part: Partial<ReportView>) => void
  readonly leave: () => void
  /** What the view asks today. */
  readonly ask: Accessor<ReportAsk>
  readonly today: Accessor<string>
  /** Undefined until the first answer has come, then the last until the next one is there. */
  readonly table: Accessor<ReportTable | undefined>
  /** What the table that stands there was asked by. */
  readonly asked: Accessor<ReportAsk | undefined>
  readonly naming: Accessor<Naming | undefined>
  readonly figures: Accessor<Figures>
  /** ISO 4217. */
  readonly currency: Accessor<string>
  readonly state: ViewState<ReportView>
  readonly kept: KeptViews<ReportView>
}

const Context = createContext<ReportApi>()

/** The report of the address, its live table and the names in it, for everything inside. */
export function ReportProvider(props: ParentProps<{ readonly address: ReportAddress }>) {
  return <Context.Provider value={createReport(props.address)}>{props.children}</Context.Provider>
}

/** What the parts of an open report share; only inside a ReportProvider. */
export function useReport(): ReportApi {
  const report = useContext(Context)
  if (!report) throw new Error('useReport stands outside of a ReportProvider')
  return report
}

/** How reports stand in kept views; one that cannot be read any more is shown as at first. */
const AS_KEPT: ViewText<ReportView> = {
  write: asKeptView,
  read: (row, first) => fromKeptView(row) ?? first,
  isSame: (a, b) => JSON.stringify(writeReport(a)) === JSON.stringify(writeReport(b)),
}

function createReport(address: ReportAddress): ReportApi {
  const { language, format } = useWords()
  const today = createToday()
  const currency = createCurrency()
  const view = createMemo<ReportView>((before) => address.view() ?? before, NO_REPORT)
  const ask = createMemo(() => askOf(view(), today()), undefined, WHEN_IT_READS_OTHERWISE)
  const { table, asked } = createReportTable(ask)
  const { figure, openFigure, turnFigure, closeFigure } = address
  const state: ViewState<ReportView> = {
    view,
    first: () => NO_REPORT,
    kept: address.kept,
    isBare: () => false,
    show: address.show,
  }
  return {
    view,
    change: (part) => address.show({ ...view(), ...part }, address.kept()),
    leave: address.leave,
    ask,
    today,
    table,
    asked,
    naming: createMemo(() => {
      const words = dictionary(language())?.reports
      const names = table()?.names ?? {}
      return words && { words, names, language: language(), currency: format.sign(currency()) }
    }),
    figures: createMemo(() => figuresOf(language(), currency())),
    currency,
    ...{ figure, openFigure, turnFigure, closeFigure },
    state,
    kept: createKept(LIST, state, AS_KEPT),
  }
}
