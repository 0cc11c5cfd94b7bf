import { For, Match, Switch } from 'solid-js'
import { type Rule, WEEKDAYS } from '../../../../../shared/calendar/repeat/rule.ts'
import { addDays } from '../../../../../shared/time/days.ts'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { createFieldId, FieldFrame } from '../../../../ui/inputs/field/field.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { MONTH_DAYS, type MonthDay, monthDayOf, onMonthDay, withWeekday } from './editing.ts'

export interface DaysProps {
  readonly rule: Rule
  readonly firstDay: string
  readonly readOnly: boolean
  readonly onChange: (part: Partial<Rule>) => unknown
}

/** A Monday, from which the names of the days are taken. */
const MONDAY = '2024-01-01'

/** Which days of the week, or which day of the month. */
export function Days(props: DaysProps) {
  const { t, format } = useWords()
  const id = createFieldId()
  const isOn = (day: string) => props.rule.weekdays.some(({ weekday }) => weekday === day)
  return (
    <Switch>
      <Match when={props.rule.frequency === 'WEEKLY'}>
        <FieldFrame id={id} label={t('calendar.repeat.weekdays')} group>
          {/* biome-ignore lint/a11y/useSemanticElements: the frame is no fieldset */}
          <div class="calendar-weekdays" role="group" aria-labelledby={`${id}-label`}>
            <For each={WEEKDAYS}>
              {(day, at) => (
                <button
                  type="button"
                  class="calendar-weekday"
                  aria-pressed={isOn(day)}
                  aria-label={format.weekday(addDays(MONDAY, at()), 'long')}
                  disabled={props.readOnly}
                  onClick={() => void props.onChange(withWeekday(props.rule, day, !isOn(day)))}
                >
                  {format.weekday(addDays(MONDAY, at()), 'short')}
                </button>
              )}
            </For>
          </div>
        </FieldFrame>
      </Match>
      <Match when={props.rule.frequency === 'MONTHLY'}>
        <Select
          label={t('calendar.repeat.monthDay')}
          readOnly={props.readOnly}
          value={monthDayOf(props.rule)}
          options={MONTH_DAYS.map((value) => ({ value, label: t(`calendar.repeat.monthDays.${value}`) }))}
          onCommit={(value) => props.onChange(onMonthDay(value as MonthDay, props.firstDay))}
        />
      </Match>
    </Switch>
  )
}
