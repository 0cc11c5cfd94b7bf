import { useWords } from '../../ui/words/words.tsx'

/** Says how long a talk took; nothing where there was none. */
export function useTalk(): (seconds: number) => string {
  const { t } = useWords()
  return (seconds) => {
    if (seconds === 0) return ''
    return t('missedCalls.talk', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
  }
}
