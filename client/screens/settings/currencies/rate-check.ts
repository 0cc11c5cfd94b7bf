import { useWords } from '../../../ui/words/words.tsx'

/** A sentence for a rate that is not above nothing. */
export function useRateCheck(): (millionths: number) => string | undefined {
  const { t } = useWords()
  return (millionths) => (millionths > 0 ? undefined : t('errors.rate-wrong'))
}
