import type { Candidate, Claim } from '../../../../shared/bank/claims.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** How orders and invoices, and the reasons for them, are called. */
export function useClaimWords() {
  const { t } = useWords()
  const kindOf = ({ id, order }: Claim) => (id === order ? 'order' : 'invoice')
  return {
    /** «Счет СЧ-77, Ромашка». */
    name: (claim: Claim) =>
      [t(`statement.${kindOf(claim)}`, { number: claim.number }), claim.name].filter((part) => part !== '').join(', '),
    /** «Номер в назначении, ИНН плательщика». */
    reasons: (candidate: Candidate | undefined) =>
      (candidate?.reasons ?? []).map((reason) => t(`statement.reasons.${reason}`)).join(', '),
  }
}
