import type { Customer } from '../../../shared/customers/collections.ts'
import { contactOf } from '../../../shared/importing/writing/vcard/contact-of.ts'
import { writeCards } from '../../../shared/importing/writing/vcard/write.ts'
import { useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { everyId, writeRows } from './every-row.ts'
import { useSaving } from './use-saving.ts'

/** Saves customers as a file of cards, with all of their phones, mails and addresses; without ids all that there are. */
export function useCards(): (ids?: readonly string[]) => void {
  const data = useData()
  const { t } = useWords()
  const saving = useSaving()
  const cards = (rows: readonly Customer[]) => writeCards(rows.map(contactOf), '3.0')
  return (ids) =>
    saving(t('exchange.export.customers'), 'vcf', async (underWay) => {
      const chosen = ids ?? (await everyId(data, 'customers'))
      const { count, texts } = await writeRows(data, 'customers', chosen, cards, underWay)
      return { count, blob: new Blob([...texts], { type: 'text/vcard;charset=utf-8' }) }
    })
}
