import { Show } from 'solid-js'
import { daysOfView, REPORT_PERIODS } from '../../../../shared/reports/view/view.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { useDaysText } from '../view/use-conditions.ts'

/** The period: one that moves with the day, or days of one's own. */
export function PeriodPick() {
  const { t } = useWords()
  const report = useReport()
  const choose = (value: string | null) => {
    const period = REPORT_PERIODS.find((one) => one === value) ?? 'all'
    // Own days begin as those that were in view.
    const days = period === 'custom' ? daysOfView(report.view(), report.today()) : { from: null, until: null }
    report.change({ period, ...days })
  }
  return (
    <Select
      label={t('reports.period')}
      class="report-pick"
      bare
      value={report.view().period}
      options={REPORT_PERIODS.map((value) => ({ value: value as string, label: t(`reports.periods.${value}`) }))}
      onCommit={choose}
    />
  )
}

/** Its days in words, where they are not in view anyhow. */
export function PeriodText() {
  const report = useReport()
  const text = useDaysText()
  return (
    <Show when={report.view().period !== 'custom' && text()}>
      <span class="dim">{text()}</span>
    </Show>
  )
}

/** The days of a period of one's own. */
export function OwnDays() {
  const { t } = useWords()
  const report = useReport()
  return (
    <Show when={report.view().period === 'custom'}>
      <div class="report-own-days">
        <DateField
          label={t('reports.from')}
          bare
          value={report.view().from}
          max={report.view().until ?? undefined}
          onCommit={(from) => report.change({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          label={t('reports.until')}
          bare
          value={report.view().until}
          min={report.view().from ?? undefined}
          onCommit={(until) => report.change({ until })}
        />
      </div>
    </Show>
  )
}
