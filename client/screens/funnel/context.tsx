import { useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { type Accessor, createContext, createMemo, createSignal, type ParentProps, useContext } from 'solid-js'
import type { FunnelReceived } from '../../data/page/funnel-report.ts'
import type { FunnelQuery } from '../../data/queries/query.ts'
import { createCurrency } from '../../records/company.ts'
import { createClock } from '../../records/funnel/clock.ts'
import { createReport } from '../../records/funnel/use-report.ts'
import { todayIn } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'
import { type CellWords, type Column, shownColumns } from './figures/columns.ts'
import type { Figure } from './figures/figure.ts'
import { type Room, roomFor } from './figures/room.ts'
import type { ShownTrend } from './trend/shown.ts'
import { fromSearch, toSearch } from './view/address/address.ts'
import { type Asked, askedOf } from './view/address/asked.ts'
import type { Days } from './view/address/period.ts'
import { daysOfView, momentOf, queryOf, type Surroundings } from './view/address/query.ts'
import { WHEN_IT_READS_OTHERWISE } from './view/same.ts'
import { type BesideApi, createBeside } from './view/use-beside.ts'
import { createNames, type Names } from './view/use-names.ts'
import { type FunnelView, OF_PERIOD } from './view/view.ts'

/** What the parts of the funnel's screen share. */
export interface FunnelApi {
  readonly view: Accessor<FunnelView>
  /** Changes the view, and with it the address. */
  readonly change: (change: Partial<FunnelView>) => void
  /** The days of the view's period. */
  readonly days: Accessor<Days>
  readonly columns: Accessor<readonly Column[]>
  readonly names: Names
  readonly cells: CellWords
  /** The widths of the columns in pixels. */
  readonly room: Accessor<Room>
  /** Null until what it depends on is here. */
  readonly query: Accessor<FunnelQuery | null>
  readonly answer: Accessor<FunnelReceived | undefined>
  readonly isMomentNow: Accessor<boolean>
  /** The name of a group of the answer; null is «none». */
  readonly groupName: (group: string | null) => string
  /** Lists the orders behind a figure: a step of the browser's history, so that Back closes the list. */
  readonly openFigure: (figure: Figure, of?: string) => void
  readonly closeFigure: () => void
  /** The period that stands beside the view's. */
  readonly beside: BesideApi
  /** How conversion went by months, while that is what the screen shows and it is here. */
  readonly trend: Accessor<ShownTrend | null>
  readonly showTrend: (trend: ShownTrend | null) => void
  /** The query of whatever the open figure is of, and its days. */
  readonly behind: Accessor<Asked | null>
}

const Context = createContext<FunnelApi>()

/** The view of the address, its live report, and the names in it, for everything inside. */
export function FunnelProvider(props: ParentProps) {
  return <Context.Provider value={createFunnel()}>{props.children}</Context.Provider>
}

/** What the parts of the screen share; only inside a FunnelProvider. */
export function useFunnel(): FunnelApi {
  const funnel = useContext(Context)
  if (!funnel) throw new Error('useFunnel stands outside of a FunnelProvider')
  return funnel
}

function createFunnel(): FunnelApi {
  const { t } = useWords()
  const place = createPlace()
  const { view } = place
  const names = createNames()
  const asked = createAsked(view, names)
  const answer = createReport(asked.query, asked.clock)
  const cells = createCellWords()
  const [trend, showTrend] = createSignal<ShownTrend | null>(null)
  return {
    ...place,
    days: asked.days,
    columns: createMemo(() => shownColumns(view().columns)),
    names,
    cells,
    room: createMemo(() => roomFor(answer()?.blocks ?? [], cells), undefined, WHEN_IT_READS_OTHERWISE),
    query: asked.query,
    answer,
    isMomentNow: asked.isMomentNow,
    trend,
    showTrend,
    beside: createBeside(view, asked),
    behind: createMemo(
      () => {
        const known = asked.around()
        return known && askedOf(view(), known)
      },
      null,
      WHEN_IT_READS_OTHERWISE,
    ),
    groupName: (group) => (group === null ? t('funnel.noGroup') : (answer()?.names[group] ?? group)),
  }
}

/** The view as the address has it, and the ways to change it. */
function createPlace() {
  const [search, setSearch] = useSearchParams()
  const location = useLocation<{ readonly opened: boolean }>()
  const navigate = useNavigate()
  const put = (change: Partial<FunnelView>) => setSearch(toSearch(change), { replace: true })
  return {
    view: createMemo(() => fromSearch(search)),
    change: put,
    openFigure: (figure: Figure, figureOf = OF_PERIOD) =>
      setSearch(toSearch({ figure, figureOf }), { state: { opened: true } }),
    closeFigure: () => (location.state?.opened ? navigate(-1) : put({ figure: null, figureOf: OF_PERIOD })),
  }
}

/** The query behind the view. It changes only with what it asks for. */
function createAsked(view: Accessor<FunnelView>, names: Names) {
  const { zone } = useWords()
  const clock = createClock()
  // Before the kinds are here there would be no block to show.
  const around = createMemo((): Surroundings | null =>
    names.kinds() ? { zone: zone(), now: clock(), today: todayIn(zone()) } : null,
  )
  return {
    clock,
    around,
    query: createMemo(
      () => {
        const known = around()
        return known && queryOf(view(), known)
      },
      null,
      WHEN_IT_READS_OTHERWISE,
    ),
    days: createMemo(() => daysOfView(view(), around()?.today ?? todayIn(zone())), undefined, WHEN_IT_READS_OTHERWISE),
    isMomentNow: createMemo(() => {
      const known = around()
      return !known || momentOf(view(), known) === 'now'
    }),
  }
}

function createCellWords(): CellWords {
  const { t, format } = useWords()
  const currency = createCurrency()
  return {
    format,
    get currency() {
      return currency()
    },
    times: (n) => t('funnel.times', { n }),
  }
}
