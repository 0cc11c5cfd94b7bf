import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import ChevronsLeft from 'lucide-solid/icons/chevrons-left'
import ChevronsRight from 'lucide-solid/icons/chevrons-right'
import { createEffect, createSignal, Index, on, onMount } from 'solid-js'
import { Button, IconButton } from '../../actions/button.tsx'
import { todayIn } from '../../words/parse-date.ts'
import { useWords } from '../../words/words.tsx'
import { byKey, later, weeksOf } from './month.ts'
import './calendar.css'

export interface CalendarProps {
  /** A plain date. */
  readonly value: string | null
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onPick: (day: string) => void
}

/** A month to take a day from. Arrows go by day and week, PageUp and PageDown by month, with Shift by year. */
export function Calendar(props: CalendarProps) {
  const { t, format, zone } = useWords()
  const today = todayIn(zone())
  const [day, setDay] = createSignal(props.value ?? today)
  const isOut = (date: string) => date < (props.min ?? date) || date > (props.max ?? date)
  const weekdays = weeksOf('2024-01-01')[0] ?? []
  let table: HTMLTableElement | undefined
  const focusDay = () => table?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  const keyDown = (event: KeyboardEvent) => {
    const next = byKey(day(), event.key, event.shiftKey)
    if (next === undefined) return
    event.preventDefault()
    setDay(next)
    focusDay()
  }
  const step = (months: number) => setDay(later(day(), { months }))
  onMount(() => requestAnimationFrame(focusDay))
  createEffect(
    on(
      () => props.value,
      (value) => value !== null && setDay(value),
      { defer: true },
    ),
  )
  return (
    <div class="calendar">
      <div class="calendar-head">
        <IconButton icon={ChevronsLeft} label={t('common.previousYear')} onClick={() => step(-12)} />
        <IconButton icon={ChevronLeft} label={t('common.previousMonth')} onClick={() => step(-1)} />
        <span class="calendar-month" aria-live="polite">
          {format.month(day())}
        </span>
        <IconButton icon={ChevronRight} label={t('common.nextMonth')} onClick={() => step(1)} />
        <IconButton icon={ChevronsRight} label={t('common.nextYear')} onClick={() => step(12)} />
      </div>
      <table ref={table} onKeyDown={keyDown}>
        <thead>
          <tr>
            <Index each={weekdays}>
              {(date) => (
                <th scope="col" abbr={format.weekday(date(), 'long')}>
                  {format.weekday(date(), 'short')}
                </th>
              )}
            </Index>
          </tr>
        </thead>
        <tbody>
          <Index each={weeksOf(day())}>
            {(week) => (
              <tr>
                <Index each={week()}>
                  {(date) => (
                    <td>
                      <button
                        type="button"
                        class="calendar-day"
                        classList={{
                          outside: date().slice(0, 7) !== day().slice(0, 7),
                          chosen: date() === props.value,
                        }}
                        tabIndex={date() === day() ? 0 : -1}
                        disabled={isOut(date())}
                        aria-label={format.longDate(date())}
                        aria-pressed={date() === props.value}
                        aria-current={date() === today ? 'date' : undefined}
                        onClick={() => props.onPick(date())}
                      >
                        {Number(date().slice(8))}
                      </button>
                    </td>
                  )}
                </Index>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
      <Button look="ghost" size="small" disabled={isOut(today)} onClick={() => props.onPick(today)}>
        {t('common.today')}
      </Button>
    </div>
  )
}
