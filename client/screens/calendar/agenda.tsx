import { createMemo, For, Show } from 'solid-js'
import type { ShownSlot } from '../../data/queries/calendar/query.ts'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useCalendar } from './context.tsx'
import { useDayName } from './day-name.ts'
import { slotsByDay } from './look/by-day.ts'
import type { SlotActs } from './moving/use-slot-acts.tsx'
import { useSlotWords } from './slot-words.ts'

/** What stands in the calendar, day by day. */
export function Agenda(props: { readonly acts: SlotActs }) {
  const { t, format } = useWords()
  const calendar = useCalendar()
  const dayName = useDayName()
  const byDay = createMemo(() => slotsByDay(calendar.slots(), calendar.days(), calendar.zone()))
  return (
    <div class="agenda">
      <For
        each={byDay()}
        fallback={
          <Show when={calendar.hasCome()} fallback={<Skeleton lines={8} />}>
            <EmptyState title={t('calendar.empty.title')} text={t('calendar.empty.text')} />
          </Show>
        }
      >
        {({ day, slots }) => (
          <section class="agenda-day" classList={{ today: day === calendar.today() }} aria-label={format.longDate(day)}>
            <h2>
              {format.longDate(day)}
              <Show when={dayName(calendar.working(), day)}>
                {(name) => <span class="agenda-special">{name()}</span>}
              </Show>
            </h2>
            <ul>
              <For each={slots}>
                {(slot) => (
                  <li>
                    <Line slot={slot} acts={props.acts} />
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  )
}

function Line(props: { readonly slot: ShownSlot; readonly acts: SlotActs }) {
  const words = useSlotWords()
  const { hueOf } = useCalendar()
  return (
    <button
      type="button"
      class="agenda-slot hue"
      classList={{ over: props.slot.isOver }}
      style={{ '--h': String(hueOf(props.slot) ?? 262) }}
      onClick={() => props.acts.open(props.slot)}
    >
      <span class="agenda-time">{words.time(props.slot)}</span>
      <span class="agenda-words">
        <span class="agenda-subject">{words.subject(props.slot)}</span>
        <span class="dim cut">{[words.kind(props.slot), words.more(props.slot)].filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  )
}
