import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import { For, Show } from 'solid-js'
import type { CalendarException } from '../../../../shared/calendar/collections.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PartProps } from './part.ts'

/** Single ones of a series that differ from it: each can be made as the others again. */
export function Exceptions(props: PartProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const named = ({ original }: CalendarException) => {
    const [day = '', time] = (original ?? '').split('T')
    return [day && format.date(day), time].filter(Boolean).join(', ')
  }
  const told = ({ removed, start, day, subject }: CalendarException) => {
    if (removed) return t('calendar.exceptions.removed')
    const when = day === null ? start !== null && format.dateTime(start) : format.date(day)
    return [when && t('calendar.exceptions.moved', { when }), subject].filter(Boolean).join(', ')
  }
  const restore = ({ original }: CalendarException) =>
    acts.run('restoreOccurrence', { id: props.record.id, original }, t('calendar.exceptions.restored'))
  return (
    <Show when={props.record.exceptions.length > 0}>
      <Section title={t('calendar.exceptions.title')}>
        <ul class="calendar-exceptions">
          <For each={props.record.exceptions}>
            {(exception) => (
              <li>
                <span>
                  {named(exception)} <span class="dim">{told(exception)}</span>
                </span>
                <Show when={!props.readOnly}>
                  <Button
                    size="small"
                    look="ghost"
                    icon={RotateCcw}
                    aria-label={t('calendar.exceptions.restoreOne', { when: named(exception) })}
                    onClick={() => void restore(exception)}
                  >
                    {t('calendar.exceptions.restore')}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  )
}
