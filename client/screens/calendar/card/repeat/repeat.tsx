import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import { type Frequency, type Rule, readRule, writeRule } from '../../../../../shared/calendar/repeat/rule.ts'
import { lastDayOf, untilDay } from '../../../../../shared/calendar/repeat/shift.ts'
import { repeatText } from '../../../../../shared/calendar/repeat/words.ts'
import { Failure } from '../../../../../shared/errors.ts'
import { dayAt } from '../../../../../shared/time/days.ts'
import { useData } from '../../../../data/page/solid.tsx'
import { fieldTitle } from '../../../../records/words/labels.ts'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../../ui/inputs/dates/date-field.tsx'
import { Fields } from '../../../../ui/inputs/field/field.tsx'
import { Segmented } from '../../../../ui/inputs/toggles/segmented.tsx'
import { NumberField } from '../../../../ui/inputs/typed/number-field.tsx'
import { dictionary } from '../../../../ui/words/dictionaries.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import type { PartProps } from '../part.ts'
import { Days } from './days.tsx'
import { begun, ENDS, type End, endOf, FREQUENCIES, MOST_STEP, MOST_TIMES } from './editing.ts'

/** How a record is repeated: told in words, and put together from what people mean by it. */
export function Repeat(props: PartProps) {
  const { t, zone, language, sentence } = useWords()
  const data = useData()
  const [failed, setFailed] = createSignal<string>()
  const firstDay = () => props.record.day ?? dayAt(props.record.start ?? 0, zone())
  const rule = createMemo(() => readOrNull(props.record.repeat))
  const write = async (next: Rule | null) => {
    setFailed(undefined)
    try {
      const values = { repeat: next && writeRule(next) }
      await data.run('setRecord', { collection: 'calendarRecords', id: props.record.id, values })
    } catch (error) {
      setFailed(sentence(error))
    }
  }
  const change = (part: Partial<Rule>) => {
    const now = rule()
    return now ? write({ ...now, ...part }) : undefined
  }
  const told = () => {
    const [now, words] = [rule(), dictionary(language())]
    return (
      now &&
      words &&
      repeatText(now, { words: words.repeats, language: language(), firstDay: firstDay(), zone: zone() })
    )
  }
  return (
    <Fields side>
      <Select
        label={fieldTitle(t, 'calendarRecords', 'repeat')}
        readOnly={props.readOnly}
        error={failed() ?? (props.record.repeat !== null && rule() === null ? t('calendar.repeat.unread') : undefined)}
        hint={told() ?? undefined}
        value={rule()?.frequency ?? 'NONE'}
        options={[
          { value: 'NONE', label: t('calendar.repeats.none') },
          ...FREQUENCIES.map((value) => ({ value, label: t(`calendar.repeat.frequencies.${value}`) })),
        ]}
        onCommit={(value) => write(value === 'NONE' ? null : begun(value as Frequency, rule(), firstDay()))}
      />
      <Show when={rule()}>
        {(now) => (
          <>
            <NumberField
              label={t('calendar.repeat.step')}
              readOnly={props.readOnly}
              required
              min={1}
              max={MOST_STEP}
              value={now().step}
              onCommit={(step) => change({ step: step ?? 1 })}
            />
            <Days rule={now()} firstDay={firstDay()} readOnly={props.readOnly} onChange={change} />
            <Ends {...props} rule={now()} onChange={change} />
          </>
        )}
      </Show>
    </Fields>
  )
}

interface EndsProps extends PartProps {
  readonly rule: Rule
  readonly onChange: (part: Partial<Rule>) => unknown
}

/** When it is repeated no more. */
function Ends(props: EndsProps) {
  const { t, zone } = useWords()
  const home = () => (props.record.day === null ? (props.record.zone ?? zone()) : null)
  const lastDay = () =>
    props.rule.until === null ? null : lastDayOf(props.rule.until, props.record.start, home() ?? zone())
  const turn = (end: End) => {
    const inAYear = `${new Date().getFullYear() + 1}-12-31`
    const until = end === 'until' ? untilDay(inAYear, home()) : null
    return props.onChange({ until, count: end === 'count' ? 10 : null })
  }
  return (
    <>
      <Segmented
        label={t('calendar.repeat.end')}
        readOnly={props.readOnly}
        value={endOf(props.rule)}
        options={ENDS.map((value) => ({ value, label: t(`calendar.repeat.ends.${value}`) }))}
        onCommit={turn}
      />
      <Switch>
        <Match when={props.rule.until !== null}>
          <DateField
            label={t('calendar.repeat.until')}
            readOnly={props.readOnly}
            required
            value={lastDay()}
            onCommit={(day) => props.onChange({ until: day && untilDay(day, home()) })}
          />
        </Match>
        <Match when={props.rule.count !== null}>
          <NumberField
            label={t('calendar.repeat.count')}
            readOnly={props.readOnly}
            required
            min={1}
            max={MOST_TIMES}
            value={props.rule.count}
            onCommit={(count) => props.onChange({ count })}
          />
        </Match>
      </Switch>
    </>
  )
}

/** Null for one that this program does not read. */
function readOrNull(text: string | null): Rule | null {
  try {
    return text === null ? null : readRule(text)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}
