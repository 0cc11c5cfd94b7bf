import type { Customer } from '../../../../shared/customers/collections.ts'
import { contactOf } from '../../../../shared/importing/writing/vcard/contact-of.ts'
import { writeCards } from '../../../../shared/importing/writing/vcard/write.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { writeEvery } from './every-row.ts'
import { useSaving } from './use-saving.ts'

/** Saves all customers as a file of cards, with all of their phones, mails and addresses. */
export function useCards() {
  const data = useData()
  const { t } = useWords()
  const saving = useSaving()
  // A row of customers is one, as its collection declares it.
  const cards = (rows: readonly JsonObject[]) =>
    writeCards(
      rows.map((row) => contactOf(row as unknown as Customer)),
      '3.0',
    )
  return () =>
    saving(t('exchange.export.customers'), 'vcf', async (underWay) => {
      const { count, texts } = await writeEvery(data, 'customers', cards, underWay)
      return { count, blob: new Blob([...texts], { type: 'text/vcard;charset=utf-8' }) }
    })
}
