import { useWords } from '../../../ui/words/words.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Says how long ago something was: in minutes, from an hour on in hours, from two days on in days. */
export function useAge(): (at: number, now: number) => string {
  const { t } = useWords()
  return (at, now) => {
    const age = now - at
    if (age < MINUTE) return t('missedCalls.age.now')
    if (age < HOUR) return t('missedCalls.age.minutes', { n: Math.floor(age / MINUTE) })
    if (age < 2 * DAY) return t('missedCalls.age.hours', { n: Math.floor(age / HOUR) })
    return t('missedCalls.age.days', { n: Math.floor(age / DAY) })
  }
}
