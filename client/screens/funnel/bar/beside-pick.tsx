import { Show } from 'solid-js'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { BESIDE, type Days } from '../view/address/period.ts'
import { useDaysText } from './use-days-text.ts'

const NO_DAYS: Days = { from: null, to: null }

/** Which period stands beside the report's. */
export function BesidePick() {
  const { t } = useWords()
  const funnel = useFunnel()
  const choose = (value: string | null) => {
    const beside = BESIDE.find((one) => one === value) ?? 'none'
    const days = beside === 'own' ? (funnel.beside.days() ?? funnel.days()) : NO_DAYS
    funnel.change({ beside, besideFrom: days.from, besideTo: days.to })
  }
  return (
    <Select
      label={t('funnel.beside.label')}
      class="beside-pick"
      bare
      value={funnel.view().beside}
      options={BESIDE.map((value) => ({ value, label: t(`funnel.beside.${value}`) }))}
      onCommit={choose}
    />
  )
}

/** The days of the period beside, in words or to be chosen. */
export function BesideDays() {
  const { t } = useWords()
  const funnel = useFunnel()
  const text = useDaysText(() => funnel.beside.days() ?? NO_DAYS)
  return (
    <Show
      when={funnel.view().beside === 'own'}
      fallback={
        <Show when={text()}>
          <span class="dim">{t('funnel.beside.against', { days: text() })}</span>
        </Show>
      }
    >
      <div class="own-days">
        <DateField
          label={t('funnel.beside.from')}
          class="own-day"
          bare
          value={funnel.view().besideFrom}
          max={funnel.view().besideTo ?? undefined}
          onCommit={(besideFrom) => funnel.change({ besideFrom })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          label={t('funnel.beside.to')}
          class="own-day"
          bare
          value={funnel.view().besideTo}
          min={funnel.view().besideFrom ?? undefined}
          onCommit={(besideTo) => funnel.change({ besideTo })}
        />
      </div>
    </Show>
  )
}
