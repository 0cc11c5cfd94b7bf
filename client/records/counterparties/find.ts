import type { Finding } from '../../../shared/counterparties/finding.ts'
import { api } from '../../data/page/api.ts'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'

/** Asks the company's service for an INN through the server; what was in vain is said, and null is given. */
export function useFinding(): (inn: string) => Promise<Exclude<Finding, { readonly is: 'failed' }> | null> {
  const { t, sentence } = useWords()
  const toasts = useToasts()
  return async (inn) => {
    try {
      const finding = await api<Finding>('POST', '/api/counterparties/find', { inn })
      if (finding.is !== 'failed') return finding
      toasts.show({ text: t(`risks.troubles.${finding.trouble}`), kind: 'bad' })
    } catch (error) {
      toasts.show({ text: sentence(error), kind: 'bad' })
    }
    return null
  }
}
