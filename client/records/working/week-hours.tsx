import { For, Show } from 'solid-js'
import { type Hours, readWeek, USUAL_WEEK, type Week, writeWeek } from '../../../shared/company/hours.ts'
import { Failure } from '../../../shared/errors.ts'
import { createHeld } from '../../ui/inputs/field/held.ts'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { TimeField } from '../../ui/inputs/typed/time-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import './week-hours.css'

/** A week that began on a Monday, for the names of the days. */
const NAMES = Array.from({ length: 7 }, (_, i) => `2024-01-0${i + 1}`)
const USUAL_DAY: Hours = { from: 9 * 60, to: 18 * 60 }

export interface WeekHoursProps {
  /** A week as it is kept (hours.ts); no lines: the usual one. */
  readonly lines: readonly string[]
  readonly readOnly?: boolean
  readonly onCommit: (lines: string[]) => Promise<void>
}

/** The hours of a week: for each day from and to, or a day off. */
export function WeekHours(props: WeekHoursProps) {
  const { format } = useWords()
  const week = (): Week => (props.lines.length === 0 ? USUAL_WEEK : readWeek(props.lines))
  let saving: Promise<void> = Promise.resolve()
  // What is set next builds on what was set before, be it kept yet or not.
  const held = createHeld(week, (next) => {
    saving = props.onCommit([...writeWeek(next)])
    return saving
  })
  const change = (day: number, hours: Hours | null): Promise<void> => {
    const next = held.shown().map((one, i) => (i === day ? hours : one))
    // A week without lines would read as the usual one.
    if (next.every((one) => one === null)) return Promise.reject(new Failure('week-empty'))
    held.put(next)
    return saving
  }
  return (
    <ul class="hours">
      <For each={NAMES}>
        {(date, day) => (
          <Day
            name={format.weekday(date, 'long')}
            hours={held.shown()[day()] ?? null}
            readOnly={props.readOnly ?? false}
            onCommit={(hours) => change(day(), hours)}
          />
        )}
      </For>
    </ul>
  )
}

interface DayProps {
  readonly name: string
  readonly hours: Hours | null
  readonly readOnly: boolean
  readonly onCommit: (hours: Hours | null) => Promise<void>
}

function Day(props: DayProps) {
  const { t } = useWords()
  return (
    <li>
      <Checkbox
        label={props.name}
        readOnly={props.readOnly}
        checked={props.hours !== null}
        onCommit={(works) => props.onCommit(works ? USUAL_DAY : null)}
      />
      <Show when={props.hours} fallback={<span class="dim">{t('profile.dayOff')}</span>}>
        {(hours) => (
          <div class="hours-times">
            <TimeField
              bare
              label={t('profile.from', { day: props.name })}
              readOnly={props.readOnly}
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
              readOnly={props.readOnly}
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
