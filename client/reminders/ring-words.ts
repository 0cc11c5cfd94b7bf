import type { DueRing } from '../data/queries/rings/query.ts'
import { inZone } from '../ui/words/parse-date.ts'
import { useWords } from '../ui/words/words.tsx'

/** How a ring is told. */
export function createRingWords() {
  const { t, format, zone } = useWords()
  const begins = ({ begins, isWholeDay, at }: DueRing) => {
    if (begins === null) return t('reminders.at', { when: format.when(at) })
    const when = isWholeDay ? format.date(inZone(begins, zone()).date) : format.when(begins)
    return t('reminders.begins', { when })
  }
  return {
    title: ({ subject }: DueRing) => subject || t('reminders.nameless'),
    text: (ring: DueRing) => (ring.isMissed ? t('reminders.missed', { text: begins(ring) }) : begins(ring)),
  }
}
