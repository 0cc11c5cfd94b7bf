import { createCurrency } from '../../../records/company.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { PlanView } from '../reading/views.ts'
import type { Entered } from '../statement/create-statement.ts'

/** What an import, or a statement, came to, in words. */
export function useOutcomeWords() {
  const { t, format } = useWords()
  const currency = createCurrency()
  const imported = ({ created, changed, refused }: PlanView['counts']) => {
    const { integer } = format
    return t('exchange.result.text', {
      created: integer(created),
      changed: integer(changed),
      refused: integer(refused),
    })
  }
  const entered = ({ count, sum }: Entered) => t('statement.entered', { n: count, sum: format.money(sum, currency()) })
  return { imported, entered }
}
