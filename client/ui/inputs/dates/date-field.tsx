import CalendarDays from 'lucide-solid/icons/calendar-days'
import { IconButton } from '../../actions/button.tsx'
import { Popover } from '../../overlays/panes/popover.tsx'
import { atTime, inZone, parseDate, parseDateTime, todayIn } from '../../words/parse-date.ts'
import { useWords } from '../../words/words.tsx'
import { createFieldId, FieldFrame, type FieldProps } from '../field/field.tsx'
import type { OnCommit } from '../field/held.ts'
import { inputAttributes } from '../typed/text-field.tsx'
import { createTyped, type Parsed, type Typed } from '../typed/typed.ts'
import { Calendar } from './calendar.tsx'

export interface DateFieldProps extends FieldProps {
  /** A plain date, `YYYY-MM-DD`. */
  readonly value: string | null
  readonly onCommit: OnCommit<string | null>
  /** Plain dates between which the value lies, themselves included. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly placeholder?: string | undefined
}

/** A day: typed in any usual way («18.9», «180926», «18 сен») or taken from the calendar. */
export function DateField(props: DateFieldProps) {
  const { t, format, zone } = useWords()
  const check = (value: string): Parsed<string> => {
    if (props.min !== undefined && value < props.min)
      return { wrong: t('common.fields.min', { min: format.date(props.min) }) }
    if (props.max !== undefined && value > props.max)
      return { wrong: t('common.fields.max', { max: format.date(props.max) }) }
    return { value }
  }
  const typed = createTyped({
    value: () => props.value,
    show: (value) => (value === null ? '' : format.date(value)),
    parse: createParse(
      props,
      'common.fields.date',
      () => format.date(todayIn(zone())),
      (text) => {
        const value = parseDate(text, todayIn(zone()))
        return value === undefined ? undefined : check(value)
      },
    ),
    onCommit: (value) => props.onCommit(value),
  })
  return <DateBox field={props} typed={typed} day={props.value} onPick={(day) => props.onCommit(day)} />
}

export interface MomentFieldProps extends FieldProps {
  /** Milliseconds since 1970, shown in the company's zone. */
  readonly value: number | null
  readonly onCommit: OnCommit<number | null>
}

/** A day with its time. The calendar changes the day and keeps the time. */
export function MomentField(props: MomentFieldProps) {
  const { format, zone } = useWords()
  const typed = createTyped({
    value: () => props.value,
    show: (value) => (value === null ? '' : format.dateTime(value)),
    parse: createParse(
      props,
      'common.fields.dateTime',
      () => format.dateTime(Date.now()),
      (text) => {
        const value = parseDateTime(text, todayIn(zone()), zone())
        return value === undefined ? undefined : { value }
      },
    ),
    onCommit: (value) => props.onCommit(value),
  })
  const there = () => (props.value === null ? null : inZone(props.value, zone()))
  return (
    <DateBox
      field={props}
      typed={typed}
      day={there()?.date ?? null}
      onPick={(day) => props.onCommit(atTime(day, there()?.time ?? '00:00', zone()))}
    />
  )
}

interface DateBoxProps {
  readonly field: FieldProps & Pick<DateFieldProps, 'min' | 'max' | 'placeholder'>
  readonly typed: Typed
  readonly day: string | null
  readonly onPick: (day: string) => unknown
}

function DateBox(props: DateBoxProps) {
  const { t } = useWords()
  const id = createFieldId()
  const isFixed = () => props.field.disabled || props.field.readOnly
  return (
    <FieldFrame {...props.field} id={id} wrong={props.typed.wrong()}>
      <div class="box date">
        <input {...inputAttributes(id, props.field, props.typed)} type="text" inputMode="text" autocomplete="off" />
        {isFixed() ? null : (
          <Popover
            label={t('common.chooseDate')}
            class="calendar-pop"
            trigger={(attributes) => <IconButton {...attributes} icon={CalendarDays} label={t('common.chooseDate')} />}
          >
            {(close) => (
              <Calendar
                value={props.day}
                min={props.field.min}
                max={props.field.max}
                onPick={(day) => {
                  close()
                  props.onPick(day)
                }}
              />
            )}
          </Popover>
        )}
      </div>
    </FieldFrame>
  )
}

/** Reading of a date field: empty is null unless required, what is no date gets its sentence with an example. */
function createParse<T>(
  props: FieldProps,
  phrase: 'common.fields.date' | 'common.fields.dateTime',
  example: () => string,
  read: (text: string) => Parsed<T> | undefined,
): (text: string) => Parsed<T | null> {
  const { t } = useWords()
  return (text) => {
    if (text.trim() !== '') return read(text) ?? { wrong: t(phrase, { example: example() }) }
    return props.required ? { wrong: t('common.fields.required', { label: props.label }) } : { value: null }
  }
}
