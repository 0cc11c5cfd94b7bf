import ChartColumn from 'lucide-solid/icons/chart-column'
import ListChecks from 'lucide-solid/icons/list-checks'
import { Show } from 'solid-js'
import { offeredAt } from '../../../../shared/features/places.ts'
import { COMPARISONS, type Dimension, MEASURES, type Measure, REPORT_SOURCES } from '../../../../shared/reports/ask.ts'
import { dimensionsOf } from '../../../../shared/reports/view/text.ts'
import { daysOfView, firstView, REPORT_CHARTS } from '../../../../shared/reports/view/view.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { MultiChoice } from '../../../ui/inputs/choice/multi-choice.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { inSource, ordered, withRow } from './cutting.ts'

/** What the report is about; what the other source has too stays. */
export function SourcePick() {
  const { t } = useWords()
  const report = useReport()
  const choose = (value: string | null) => {
    const source = REPORT_SOURCES.find((one) => one === value)
    if (source) report.change(inSource(report.view(), source))
  }
  return (
    <Select
      label={t('reports.source')}
      class="report-pick"
      bare
      value={report.view().source}
      options={offeredAt('sources', REPORT_SOURCES).map((value) => ({ value, label: t(`reports.sources.${value}`) }))}
      onCommit={choose}
    />
  )
}

/** What the rows are, outer and inner ones, and what the columns. */
export function CutPicks() {
  const { t } = useWords()
  const report = useReport()
  const rows = () => report.view().rows
  const columns = () => report.view().columns
  const found = (value: string | null): Dimension | null =>
    dimensionsOf(report.view().source).find((one) => one === value) ?? null
  return (
    <>
      <DimensionPick
        label={t('reports.rows')}
        value={rows()[0] ?? null}
        without={[columns()]}
        onPick={(value) => report.change(withRow(report.view(), 0, found(value)))}
      />
      <Show when={rows().length > 0}>
        <DimensionPick
          label={t('reports.inner')}
          value={rows()[1] ?? null}
          without={[rows()[0] ?? null, columns()]}
          onPick={(value) => report.change(withRow(report.view(), 1, found(value)))}
        />
      </Show>
      <DimensionPick
        label={t('reports.columns')}
        value={columns()}
        without={rows()}
        onPick={(value) => report.change({ columns: found(value) })}
      />
    </>
  )
}

/** Where no dimension is chosen. */
const NONE = 'none'

interface DimensionPickProps {
  readonly label: string
  readonly value: Dimension | null
  readonly without: readonly (Dimension | null)[]
  readonly onPick: (value: string | null) => void
}

function DimensionPick(props: DimensionPickProps) {
  const { t } = useWords()
  const report = useReport()
  const options = () => [
    { value: NONE, label: t('reports.none') },
    ...offeredAt('dimensions', dimensionsOf(report.view().source))
      .filter((dimension) => !props.without.includes(dimension))
      .map((value) => ({ value: value as string, label: t(`reports.dimensions.${value}`) })),
  ]
  return (
    <span class="report-labelled">
      <span class="dim" aria-hidden="true">
        {props.label}
      </span>
      <Select
        label={props.label}
        class="report-pick"
        bare
        value={props.value ?? NONE}
        options={options()}
        onCommit={(value) => props.onPick(value === NONE ? null : value)}
      />
    </span>
  )
}

/** Which figures stand in the columns; one at least. */
export function MeasuresPick() {
  const { t } = useWords()
  const report = useReport()
  const all = (): readonly Measure[] => MEASURES[report.view().source]
  const choose = (names: readonly string[]) => {
    const measures = ordered(all(), names)
    if (measures.length > 0) report.change({ measures })
  }
  return (
    <Popover
      label={t('reports.measures')}
      class="report-pop"
      trigger={(attributes) => (
        <Button {...attributes} icon={ListChecks}>
          {t('reports.measures')}
          <span class="badge">{report.view().measures.length}</span>
        </Button>
      )}
    >
      {() => (
        <MultiChoice
          label={t('reports.measures')}
          options={all().map((value) => ({ value, label: t(`reports.measure.${value}`) }))}
          chosen={report.view().measures}
          onChange={choose}
        />
      )}
    </Popover>
  )
}

/** What the period is set beside; one without ends is set beside nothing. */
export function ComparePick() {
  const { t } = useWords()
  const report = useReport()
  const hasEnds = () => {
    const { from, until } = daysOfView(report.view(), report.today())
    return from !== null && until !== null
  }
  return (
    <span title={hasEnds() ? undefined : t('reports.noCompare')}>
      <Select
        label={t('reports.compare')}
        class="report-pick wide"
        bare
        disabled={!hasEnds()}
        value={(hasEnds() ? report.view().compare : null) ?? NONE}
        options={([NONE, ...COMPARISONS] as const).map((value) => ({
          value: value as string,
          label: t(`reports.comparisons.${value}`),
        }))}
        onCommit={(value) => report.change({ compare: COMPARISONS.find((one) => one === value) ?? null })}
      />
    </span>
  )
}

/** How the chart is drawn, named beside it. */
export function ChartPick() {
  const { t } = useWords()
  const choice = useChartChoice()
  return (
    <span class="report-labelled">
      <span class="dim" aria-hidden="true">
        {t('reports.chart')}
      </span>
      <Select
        label={t('reports.chart')}
        class="report-pick"
        bare
        value={choice.value()}
        options={choice.options()}
        onCommit={choice.choose}
      />
    </span>
  )
}

/** The same in the place of an icon. */
export function ChartMenu() {
  const { t } = useWords()
  const { value, options, choose } = useChartChoice()
  return (
    <Menu
      label={t('reports.chart')}
      placement="bottom-end"
      items={[{ choice: { label: t('reports.chart'), value: value(), options: options(), onChange: choose } }]}
      trigger={(attributes) => (
        <IconButton {...attributes} icon={ChartColumn} look="plain" label={t('reports.chart')} />
      )}
    />
  )
}

function useChartChoice() {
  const { t } = useWords()
  const report = useReport()
  return {
    value: () => report.view().chart,
    options: () => REPORT_CHARTS.map((value) => ({ value: value as string, label: t(`reports.charts.${value}`) })),
    choose: (value: string | null) =>
      report.change({ chart: REPORT_CHARTS.find((one) => one === value) ?? firstView('sales').chart }),
  }
}
