import { Show } from 'solid-js'
import { takesDays } from '../../../../shared/filters/values/periods.ts'
import { PAST_PERIODS, type Within } from '../../../../shared/segments/criteria/within.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

const ALWAYS = 'always'
/** What `last` begins with. */
const DAYS = 30

export interface PeriodPickProps {
  readonly within: Within | null
  readonly onPick: (within: Within | null) => void
}

/** Of which period a figure is: of any time, or of one that is told from today. */
export function PeriodPick(props: PeriodPickProps) {
  const { t } = useWords()
  const options = () =>
    [ALWAYS, ...PAST_PERIODS].map((value) => ({ value, label: t(`segments.periods.${value as 'always'}`) }))
  const pick = (value: string | null) => {
    const period = PAST_PERIODS.find((one) => one === value)
    props.onPick(period ? { period, days: takesDays(period) ? (props.within?.days ?? DAYS) : null } : null)
  }
  return (
    <div class="filter-within">
      <Select
        bare
        label={t('segments.period')}
        value={props.within?.period ?? ALWAYS}
        options={options()}
        onCommit={pick}
      />
      <Show when={props.within?.days}>
        {(days) => (
          <NumberField
            bare
            class="filter-days"
            label={t('segments.days')}
            value={days()}
            onCommit={(value) => value !== null && value > 0 && props.onPick({ period: 'last', days: value })}
          />
        )}
      </Show>
    </div>
  )
}
