import { createMemo, createSignal, Show } from 'solid-js'
import type { Plan } from '../../../../shared/plans/collections.ts'
import { MOST_IN_CELL } from '../../../../shared/plans/commands.ts'
import type { PlanMeasure } from '../../../../shared/plans/sheet/sheet.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { createCurrency } from '../../../records/company.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { Grid } from '../../../ui/grid/grid.tsx'
import type { GridColumn, GridHead, Measure } from '../../../ui/grid/props.ts'
import { isSamePlace, type Place, rangeOf, type Selection } from '../../../ui/grid/selection/selection.ts'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { currencyScale } from '../../../ui/words/format.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { CellApart, CellHistory } from '../cell/cell-bar.tsx'
import { createApart } from '../cell/create-apart.ts'
import { createTitles } from '../titles.ts'
import { createCells } from './create-cells.ts'
import { type Chosen, chosenIn, measuresOf, type Shown } from './layout.ts'
import { createOthers } from './others.ts'
import { createWidths } from './widths.ts'

interface PlanTableProps {
  readonly sheet: PlanSheet
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
  /** Other cells are chosen; null: one alone. */
  readonly onChoose: (chosen: Chosen | null) => void
}

/** What is planned, row by row and period by period. */
export function PlanTable(props: PlanTableProps) {
  const { t } = useWords()
  const measures = createMemo(() => measuresOf(props.shown))
  const on = {
    get sheet() {
      return props.sheet
    },
    get measures() {
      return measures()
    },
  }
  const cells = createCells(on)
  const others = createOthers(on)
  const apart = createApart(on)
  const [place, setPlace] = createSignal<Place>({ row: 0, column: 0 }, { equals: isSamePlace })
  let goTo: ((place: Place) => void) | undefined
  const selected = (selection: Selection) => {
    setPlace(selection.active)
    props.onChoose(chosenIn(props.sheet, rangeOf(selection), measures()))
  }
  const kinds = createMeasures(measures)
  const columns = createColumns(props, measures, kinds)
  const heads = createHeads(() => props.sheet.plan)
  const widths = createWidths(cells.sheet, kinds, columns)
  const rowIds = createSameIds(() => props.sheet)
  const mayWrite = useMayWrite('plans')
  const isReadOnly = () => !mayWrite || props.sheet.plan?.gone === true || props.sheet.plan?.newer === true
  return (
    <div class="plan-grid">
      <Show when={props.sheet.plan?.quantities}>
        <ShownChoice shown={props.shown} onShow={props.onShow} />
      </Show>
      <CellApart
        sheet={props.sheet}
        measures={measures()}
        place={place()}
        readOnly={isReadOnly()}
        apart={apart.at(place())}
        marks={apart.marks()}
        onGo={(to) => goTo?.(to)}
      />
      <Grid
        controls={(grid) => {
          goTo = grid.goTo
        }}
        label={t('records.plans.one')}
        sheet={cells.sheet}
        measures={kinds()}
        columns={columns()}
        heads={heads()}
        headOf={(row, head) => props.sheet.rows[row]?.names[head] ?? ''}
        rowIds={rowIds()}
        columnWidth={widths().column}
        totalWidth={widths().total}
        most={MOST_IN_CELL}
        isReadOnly={isReadOnly()}
        others={others.marks()}
        marks={apart.marks()}
        onSelect={selected}
        tools={<CellHistory sheet={props.sheet} measures={measures()} place={place()} readOnly={isReadOnly()} />}
        onWrite={cells.write}
        onEditing={others.typing}
      />
    </div>
  )
}

function ShownChoice(props: { readonly shown: Shown; readonly onShow: (shown: Shown) => void }) {
  const { t } = useWords()
  const options = () =>
    (['both', 'sum', 'quantity'] as const).map((value) => ({ value, label: t(`planGrid.shown.${value}`) }))
  return <Segmented label={t('planGrid.show')} bare value={props.shown} options={options()} onCommit={props.onShow} />
}

/** The ids of the rows; the same list while they are the same. */
function createSameIds(sheet: () => PlanSheet) {
  return createMemo<readonly string[]>((before) => {
    const { rows } = sheet()
    const isSame = rows.length === before.length && rows.every(({ id }, at) => id === before[at])
    return isSame ? before : rows.map(({ id }) => id)
  }, [])
}

function createMeasures(measures: () => readonly PlanMeasure[]) {
  const { t } = useWords()
  const currency = createCurrency()
  return createMemo((): readonly Measure[] =>
    measures().map((measure) =>
      measure === 'sum'
        ? { title: t('planGrid.sum'), scale: currencyScale(currency()), fixed: true }
        : { title: t('planGrid.quantity'), scale: 3 },
    ),
  )
}

function createColumns(props: PlanTableProps, measures: () => readonly PlanMeasure[], kinds: () => readonly Measure[]) {
  const titles = createTitles()
  const isAlone = () => measures().length === 1
  const days = createMemo(() => props.sheet.periods, undefined, {
    equals: (a, b) =>
      a.length === b.length && a.every(({ id, until }, at) => id === b[at]?.id && until === b[at]?.until),
  })
  const periodicity = createMemo(() => props.sheet.plan?.periodicity ?? null)
  return createMemo((): readonly GridColumn[] =>
    days().flatMap((period) => {
      const name = titles(period, periodicity())
      return measures().map((measure, at) => ({
        id: `${period.id} ${measure}`,
        title: isAlone() ? name : (kinds()[at]?.title ?? ''),
        group: isAlone() ? undefined : name,
        measure: at,
      }))
    }),
  )
}

/** The frozen columns: one for each analytic of the plan. */
function createHeads(plan: () => Plan | null) {
  const { t } = useWords()
  const analytics = createMemo(() => [plan()?.first ?? null, plan()?.second ?? null] as const, undefined, {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1],
  })
  return createMemo((): readonly GridHead[] =>
    analytics().flatMap((by, at) =>
      by === null ? [] : [{ title: t(`records.choices.${by}`), width: at === 0 ? 220 : 160 }],
    ),
  )
}
