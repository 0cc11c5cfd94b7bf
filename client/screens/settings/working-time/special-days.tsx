import { createMemo, createSignal, For, Show } from 'solid-js'
import type { SpecialDay } from '../../../../shared/company/collections.ts'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { AddDay } from './add-day.tsx'
import { DayRow } from './day-row.tsx'
import { TakeCalendar } from './take-calendar.tsx'

interface SpecialDaysProps {
  readonly days: readonly SpecialDay[]
  readonly readOnly: boolean
}

/** Days that are not as their weekday, a year at a time. */
export function SpecialDays(props: SpecialDaysProps) {
  const { t, zone } = useWords()
  const now = todayIn(zone()).slice(0, 4)
  const [year, setYear] = createSignal(now)
  const years = createMemo(() => yearsOf(props.days, Number(now)))
  const shown = createMemo(() => inYear(props.days, year()))
  const ids = createMemo(() => shown().map(({ id }) => id))
  return (
    <Section title={t('settings.workingTime.days')}>
      <p class="dim">{t('settings.workingTime.daysText')}</p>
      <Segmented
        bare
        label={t('settings.workingTime.year')}
        value={year()}
        options={years().map((one) => ({ value: one, label: one }))}
        onCommit={(one) => void setYear(one)}
      />
      <Show when={!props.readOnly}>
        <TakeCalendar year={year()} days={props.days} />
        <AddDay onAdded={(date) => setYear(date.slice(0, 4))} />
      </Show>
      <Show when={ids().length > 0} fallback={<p class="dim">{t('settings.workingTime.none')}</p>}>
        <ul class="special-days" aria-label={`${t('settings.workingTime.days')} ${year()}`}>
          <For each={ids()}>
            {(id) => (
              <Show when={shown().find((one) => one.id === id)}>
                {(day) => <DayRow day={day()} readOnly={props.readOnly} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </Section>
  )
}

/** The last year, this and the next, and whichever has special days. */
function yearsOf(days: readonly SpecialDay[], now: number): readonly string[] {
  const said = days.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 4)]))
  return [...new Set([...said, `${now}`, `${now + 1}`])].sort()
}

function inYear(days: readonly SpecialDay[], year: string): readonly SpecialDay[] {
  const own = days.filter(({ date }) => date?.startsWith(`${year}-`))
  return own.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
}
