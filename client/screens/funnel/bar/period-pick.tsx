import { Show } from 'solid-js'
import { DateField } from '../../../ui/inputs/date-field.tsx'
import { Select } from '../../../ui/inputs/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { PERIODS } from '../view/period.ts'
import { useDaysText } from './use-days-text.ts'

/** The period: one of the usual ones with its days in words, or days of its own. */
export function PeriodPick() {
  const { t } = useWords()
  const funnel = useFunnel()
  const daysText = useDaysText()
  const choose = (value: string | null) => {
    const period = PERIODS.find((one) => one === value) ?? 'thisMonth'
    // Own days begin as those that were in view.
    const days = period === 'custom' ? funnel.days() : { from: null, to: null }
    funnel.change({ period, ...days })
  }
  return (
    <div class="period">
      <Select
        label={t('funnel.period')}
        class="period-pick"
        bare
        value={funnel.view().period}
        options={PERIODS.map((value) => ({ value, label: t(`funnel.periods.${value}`) }))}
        onCommit={choose}
      />
      <Show when={funnel.view().period === 'custom'} fallback={<span class="dim">{daysText()}</span>}>
        <OwnDays />
      </Show>
    </div>
  )
}

function OwnDays() {
  const { t } = useWords()
  const funnel = useFunnel()
  return (
    <div class="own-days">
      <span aria-hidden="true">{t('funnel.from')}</span>
      <DateField
        label={t('funnel.from')}
        class="own-day"
        bare
        value={funnel.view().from}
        max={funnel.view().to ?? undefined}
        onCommit={(from) => funnel.change({ from })}
      />
      <span aria-hidden="true">{t('funnel.to')}</span>
      <DateField
        label={t('funnel.to')}
        class="own-day"
        bare
        value={funnel.view().to}
        min={funnel.view().from ?? undefined}
        onCommit={(to) => funnel.change({ to })}
      />
    </div>
  )
}
