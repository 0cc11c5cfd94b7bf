import CalendarArrowDown from 'lucide-solid/icons/calendar-arrow-down'
import { Show } from 'solid-js'
import type { Letter } from '../../../../shared/letters/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { single } from '../../../ui/actions/single.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { TakingDialog } from '../../calendar/taking-dialog.tsx'
import { useTaking } from '../../calendar/use-taking.ts'
import { useMayWrite } from '../../rights.ts'
import { type Enclosed, isCalendar, readerOf } from './reader.ts'

/** Takes an enclosed invitation, or what became of it, into the calendar; nothing for other enclosures. */
export function IntoCalendar(props: { readonly letter: Letter; readonly one: Enclosed }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const mayWrite = useMayWrite('calendarRecords')
  const taking = useTaking()
  const begin = single(() =>
    acts.attempt(async () => {
      const bytes = await readerOf(props.letter, props.one, data)()
      await taking.begin([new File([bytes], props.one.name ?? t('mail.letter.invitation'))])
    }),
  )
  return (
    <Show when={mayWrite && isCalendar(props.one)}>
      <Button size="small" icon={CalendarArrowDown} onClick={() => void begin()}>
        {t('mail.letter.intoCalendar')}
      </Button>
      <Show when={taking.plan()} keyed>
        {(plan) => <TakingDialog plan={plan} taking={taking} />}
      </Show>
    </Show>
  )
}
