import type { WorkingTime } from '../../../shared/company/workdays/workdays.ts'
import { choiceLabel } from '../../records/words/labels.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What a special day is called: by its name, else by its kind; null for any other day. */
export function useDayName(): (working: WorkingTime, day: string) => string | null {
  const { t } = useWords()
  return (working, day) => {
    const { name, kind } = working.day(day)
    return name ?? (kind && t(choiceLabel('company', 'kind', kind)))
  }
}
