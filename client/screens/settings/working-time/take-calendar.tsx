import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import { Show } from 'solid-js'
import { COMPANY, type SpecialDay } from '../../../../shared/company/collections.ts'
import { untakenIn } from '../../../../shared/company/workdays/russia.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Takes a year of Russia's production calendar in, where there is one and something of it is missing. */
export function TakeCalendar(props: { readonly year: string; readonly days: readonly SpecialDay[] }) {
  const { t, format } = useWords()
  const acts = useActs()
  const untaken = () => untakenIn(props.year, props.days)
  const uncertain = () => untaken().filter(({ isCertain }) => !isCertain)
  const take = () => {
    const days = untaken().map(({ date, kind, holiday }) => ({
      date,
      kind,
      name: holiday && t(`settings.workingTime.holidays.${holiday}`),
    }))
    void acts.run('setSpecialDays', { id: COMPANY, days }, t('settings.workingTime.taken', { n: days.length }))
  }
  return (
    <Show when={untaken().length > 0}>
      <div class="take-calendar">
        <Button icon={CalendarPlus} onClick={take}>
          {t('settings.workingTime.take', { year: props.year })}
        </Button>
        <p class="dim">
          {t('settings.workingTime.takeText')}{' '}
          <Show when={uncertain().length > 0}>
            {t('settings.workingTime.uncertain', {
              days: uncertain()
                .map(({ date }) => format.date(date))
                .join(', '),
            })}
          </Show>
        </p>
      </div>
    </Show>
  )
}
