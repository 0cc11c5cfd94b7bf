import { Show } from 'solid-js'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { dayAt, startOfDay } from '../../../../shared/time/days.ts'
import { useData } from '../../../data/page/solid.tsx'
import { fieldTitle } from '../../../records/words/labels.ts'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { DateField, MomentField } from '../../../ui/inputs/dates/date-field.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PartProps } from './part.ts'

const HOUR = 3_600_000
const MORNING = 10 * HOUR

/** When it is: from a time to another, or whole days; an end before the start is told at its place. */
export function WhenFields(props: PartProps) {
  const { t, zone } = useWords()
  const data = useData()
  const write = (values: JsonObject) =>
    data.run('setRecord', { collection: 'calendarRecords', id: props.record.id, values })
  const title = (field: string) => fieldTitle(t, 'calendarRecords', field)
  const isWhole = () => props.record.day !== null
  const turn = (whole: boolean) => {
    const { start, end, day } = props.record
    if (whole) {
      const first = dayAt(start ?? 0, zone())
      const last = dayAt(Math.max(start ?? 0, (end ?? 0) - 1), zone())
      return write({ start: null, end: null, day: first, lastDay: last })
    }
    const from = startOfDay(day ?? '', zone()) + MORNING
    return write({ start: from, end: from + HOUR, day: null, lastDay: null })
  }
  /** Moved, it lasts as long. */
  const begin = (start: number | null) => {
    const { start: before, end } = props.record
    return write({ start, end: end === null || start === null ? end : end + start - (before ?? start) })
  }
  const beginDay = (day: string | null) => {
    const { lastDay } = props.record
    return write({ day, lastDay: lastDay !== null && day !== null && lastDay < day ? day : lastDay })
  }
  const shared = () => ({ readOnly: props.readOnly })
  return (
    <Fields side>
      <Checkbox label={t('calendar.wholeDay')} disabled={props.readOnly} checked={isWhole()} onCommit={turn} />
      <Show
        when={isWhole()}
        fallback={
          <>
            <MomentField {...shared()} label={title('start')} required value={props.record.start} onCommit={begin} />
            <MomentField
              {...shared()}
              label={title('end')}
              value={props.record.end}
              onCommit={(end) => write({ end })}
            />
          </>
        }
      >
        <DateField {...shared()} label={title('day')} required value={props.record.day} onCommit={beginDay} />
        <DateField
          {...shared()}
          label={title('lastDay')}
          value={props.record.lastDay}
          onCommit={(lastDay) => write({ lastDay })}
        />
      </Show>
      <Show when={!isWhole() && (props.record.repeat !== null || props.record.zone !== null)}>
        <Combobox
          {...shared()}
          label={title('zone')}
          hint={t('calendar.zoneHint', { zone: zone() })}
          clearable
          options={ZONES.map((value) => ({ value, label: value }))}
          value={props.record.zone}
          onCommit={(value) => write({ zone: value })}
        />
      </Show>
    </Fields>
  )
}

const ZONES = Intl.supportedValuesOf('timeZone')
