import { createSignal } from 'solid-js'
import { DateField } from '../../../../../ui/inputs/dates/date-field.tsx'
import { TextArea } from '../../../../../ui/inputs/typed/text-area.tsx'
import { todayIn } from '../../../../../ui/words/parse-date.ts'
import { useWords } from '../../../../../ui/words/words.tsx'

/** What every fact says besides: the day that its paper bears, today at first, and a word on it. */
export function createSigning() {
  const { t, zone } = useWords()
  const [date, setDate] = createSignal(todayIn(zone()))
  const [comment, setComment] = createSignal<string | null>(null)
  const request = () => {
    const text = comment()
    return { date: date(), ...(text && { comment: text }) }
  }
  const Signing = () => (
    <>
      <DateField
        required
        label={t('trade.dialog.date')}
        value={date()}
        onCommit={(day) => day !== null && setDate(day)}
      />
      <TextArea label={t('trade.dialog.comment')} value={comment()} onCommit={setComment} />
    </>
  )
  return { request, Signing }
}
