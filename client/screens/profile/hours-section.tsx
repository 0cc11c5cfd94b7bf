import { For, Show } from 'solid-js'
import { type Hours, readWeek, USUAL_WEEK, type Week, writeWeek } from '../../../shared/company/hours.ts'
import { useOwnSettings } from '../../records/own-settings.ts'
import { createHeld } from '../../ui/inputs/field/held.ts'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { TimeField } from '../../ui/inputs/typed/time-field.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'
import './hours-section.css'

/** A week that began on a Monday, for the names of the days. */
const NAMES = Array.from({ length: 7 }, (_, i) => `2024-01-0${i + 1}`)
const USUAL_DAY: Hours = { from: 9 * 60, to: 18 * 60 }

/** When one works: for each day of the week from and to, or a day off. */
export function HoursSection() {
  const { t, format } = useWords()
  const { row, save } = useOwnSettings()
  const week = (): Week => {
    const lines = row()?.hours ?? []
    return lines.length === 0 ? USUAL_WEEK : readWeek(lines)
  }
  let saving: Promise<void> = Promise.resolve()
  // What is set next builds on what was set before, be it kept yet or not.
  const held = createHeld(week, (next) => {
    saving = save({ hours: [...writeWeek(next)] })
    return saving
  })
  const change = (day: number, hours: Hours | null) => {
    held.put(held.shown().map((one, i) => (i === day ? hours : one)))
    return saving
  }
  return (
    <Section title={t('profile.hours')}>
      <ul class="hours">
        <For each={NAMES}>
          {(date, day) => (
            <Day
              name={format.weekday(date, 'long')}
              hours={held.shown()[day()] ?? null}
              onCommit={(hours) => change(day(), hours)}
            />
          )}
        </For>
      </ul>
      <p class="dim">{t('profile.hoursText')}</p>
    </Section>
  )
}

interface DayProps {
  readonly name: string
  readonly hours: Hours | null
  readonly onCommit: (hours: Hours | null) => Promise<void>
}

function Day(props: DayProps) {
  const { t } = useWords()
  return (
    <li>
      <Checkbox
        label={props.name}
        checked={props.hours !== null}
        onCommit={(works) => props.onCommit(works ? USUAL_DAY : null)}
      />
      <Show when={props.hours} fallback={<span class="dim">{t('profile.dayOff')}</span>}>
        {(hours) => (
          <div class="hours-times">
            <TimeField
              bare
              label={t('profile.from', { day: props.name })}
              value={hours().from}
              check={(from) => (from < hours().to ? undefined : t('profile.afterEnd'))}
              onCommit={(from) => props.onCommit({ ...hours(), from })}
            />
            <span class="dash" aria-hidden="true">
              –
            </span>
            <TimeField
              bare
              label={t('profile.to', { day: props.name })}
              value={hours().to}
              check={(to) => (to > hours().from ? undefined : t('profile.beforeStart'))}
              onCommit={(to) => props.onCommit({ ...hours(), to })}
            />
          </div>
        )}
      </Show>
    </li>
  )
}
