import ChevronDown from 'lucide-solid/icons/chevron-down'
import { For } from 'solid-js'
import { IN_CALENDAR, type InCalendar } from '../../../../shared/calendar/slots/slot.ts'
import { hasCollection } from '../../../../shared/features/records.ts'
import { useData } from '../../../data/page/solid.tsx'
import { manyLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { MultiChoice } from '../../../ui/inputs/choice/multi-choice.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { Popover } from '../../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCalendar } from '../context.tsx'

/** Whose calendar, each in a colour of his own, and what of it. */
export function Whose() {
  const { t } = useWords()
  const { shown, show, people, hues } = useCalendar()
  const { person } = useData().account
  const who = () => shown().who
  const text = () => {
    const [only, another] = who() ?? []
    if (who() === null) return t('calendar.everybody')
    if (another !== undefined) return t('calendar.people', { n: who()?.length ?? 0 })
    if (only === person) return t('calendar.mine')
    return people().find(({ id }) => id === only)?.name ?? t('calendar.mine')
  }
  const options = () => people().map(({ id, name }) => ({ value: id, label: name ?? '', hue: hues().get(id) ?? null }))
  const turn = (one: InCalendar, isOn: boolean) => {
    const of = IN_CALENDAR.filter((name) => (name === one ? isOn : shown().of.includes(name)))
    if (of.length > 0) show({ of })
  }
  return (
    <Popover
      label={t('calendar.whose')}
      class="calendar-whose"
      trigger={(attributes) => (
        <Button {...attributes} look="ghost">
          <span class="cut">{text()}</span>
          <ChevronDown class="icon" aria-hidden="true" />
        </Button>
      )}
    >
      {() => (
        <>
          <Checkbox
            label={t('calendar.everybody')}
            checked={who() === null}
            onCommit={(all) => show({ who: all || person === null ? null : [person] })}
          />
          <MultiChoice
            label={t('calendar.whose')}
            bare
            options={options()}
            chosen={who() ?? []}
            onChange={(chosen) => show({ who: chosen.length > 0 ? chosen : null })}
          />
          <fieldset class="calendar-what">
            <legend>{t('calendar.what')}</legend>
            <For each={IN_CALENDAR.filter(hasCollection)}>
              {(name) => (
                <Checkbox
                  label={t(manyLabel(name))}
                  checked={shown().of.includes(name)}
                  onCommit={(isOn) => turn(name, isOn)}
                />
              )}
            </For>
          </fieldset>
        </>
      )}
    </Popover>
  )
}
