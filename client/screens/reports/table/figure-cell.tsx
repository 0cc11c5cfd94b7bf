import { Show } from 'solid-js'
import type { ReportRow } from '../../../../shared/reports/answer.ts'
import type { Measure } from '../../../../shared/reports/ask.ts'
import { measureText } from '../../../../shared/reports/writing/paper.ts'
import { changeOf, turnOf, unitOf } from '../../../../shared/reports/writing/units.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'

export interface FigureCellProps {
  readonly row: ReportRow
  readonly measure: Measure
  /** The places of measure and column among the row's figures. */
  readonly of: number
  readonly at: number
  /** What the figure is of, in words. */
  readonly name: string
  readonly onOpen: () => void
}

/** A figure; under it, how it has changed. What is not known is a dash, nought is nought. */
export function FigureCell(props: FigureCellProps) {
  const report = useReport()
  const value = () => props.row.figures[props.of]?.[props.at] ?? null
  const text = () => measureText(props.measure, value(), report.figures())
  return (
    <td class="figure" classList={{ nought: value() === 0 }}>
      <Show when={value() !== null} fallback={<span class="nothing">—</span>}>
        <button type="button" tabIndex={-1} title={props.name} onClick={() => props.onOpen()}>
          {text()}
        </button>
      </Show>
      <Show when={props.row.earlier}>
        <ChangeText {...props} />
      </Show>
    </td>
  )
}

function ChangeText(props: FigureCellProps) {
  const { t } = useWords()
  const report = useReport()
  const before = () => props.row.earlier?.[props.of]?.[props.at] ?? null
  const change = () => changeOf(props.measure, props.row.figures[props.of]?.[props.at] ?? null, before())
  const turn = () => turnOf(report.view().source, props.measure, change()?.difference ?? 0)
  const text = () => {
    const present = change()
    if (!present) return '—'
    const { difference, percent } = present
    const sign = difference > 0 ? '+' : ''
    if (percent !== null) return `${sign}${report.figures().percent(percent)} %`
    const much = `${sign}${measureText(props.measure, difference, report.figures())}`
    return unitOf(props.measure) === 'share' ? t('reports.points', { n: much }) : much
  }
  const whole = () => {
    const compared = t(`reports.compared.${report.ask().compare ?? 'previous'}`)
    const was = `${compared}: ${measureText(props.measure, before(), report.figures()) || '—'}`
    const present = change()
    if (!present) return was
    return `${was}. ${t('reports.difference')}: ${measureText(props.measure, present.difference, report.figures())}`
  }
  return (
    <span class="change" classList={{ better: turn() > 0, worse: turn() < 0 }} title={whole()}>
      {text()}
    </span>
  )
}
