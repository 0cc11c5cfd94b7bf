import { Show } from 'solid-js'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { PERIODS } from '../view/address/period.ts'
import { useDaysText } from './use-days-text.ts'

/** The period: one of the usual ones, or days of its own. */
export function PeriodPick() {
  const { t } = useWords()
  const funnel = useFunnel()
  const choose = (value: string | null) => {
    const period = PERIODS.find((one) => one === value) ?? 'thisMonth'
    // Own days begin as those that were in view.
    const days = period === 'custom' ? funnel.days() : { from: null, to: null }
    funnel.change({ period, ...days })
  }
  return (
    <Select
      label={t('funnel.period')}
      class="period-pick"
      bare
      value={funnel.view().period}
      options={PERIODS.map((value) => ({ value, label: t(`funnel.periods.${value}`) }))}
      onCommit={choose}
    />
  )
}

/** The days of the period in words, where they are not in view anyhow. */
export function PeriodText() {
  const funnel = useFunnel()
  const daysText = useDaysText()
  return (
    <Show when={funnel.view().period !== 'custom' && daysText()}>
      <span class="dim">{daysText()}</span>
    </Show>
  )
}

/** The days of a period of one's own. */
export function OwnDays() {
  const { t } = useWords()
  const funnel = useFunnel()
  return (
    <Show when={funnel.view().period === 'custom'}>
      <div class="own-days">
        <DateField
          label={t('funnel.from')}
          class="own-day"
          bare
          value={funnel.view().from}
          max={funnel.view().to ?? undefined}
          onCommit={(from) => funnel.change({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          label={t('funnel.to')}
          class="own-day"
          bare
          value={funnel.view().to}
          min={funnel.view().from ?? undefined}
          onCommit={(to) => funnel.change({ to })}
        />
      </div>
    </Show>
  )
}
