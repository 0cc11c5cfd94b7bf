import type { Customer } from '../../../shared/customers/collections.ts'
import { contactOf } from '../../../shared/importing/writing/vcard/contact-of.ts'
import { writeCards } from '../../../shared/importing/writing/vcard/write.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import { useData } from '../../data/page/solid.tsx'
import type { ListQuery } from '../../data/queries/query.ts'
import { useActs } from '../../records/acts/use-acts.ts'
import { download } from '../../records/list/sheet/download.ts'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { todayIn } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'

/** So many customers are asked for at a time. */
const PART = 50
const ALL: ListQuery = {
  ...{ what: 'list', collection: 'customers', filter: [], search: '', sort: [], group: [] },
  ...{ from: 0, to: 0 },
}

/** Saves all customers as a file of cards, with all of their phones, mails and addresses. */
export function useExport() {
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const { t, zone } = useWords()
  const cardsOf = async (ids: readonly string[]) => {
    const answers = await Promise.all(ids.map((id) => data.once({ what: 'record', collection: 'customers', id })))
    // A row of customers is one, as its collection declares it.
    const rows = answers.flatMap(({ row }) => (row ? [row as unknown as Customer] : []))
    return writeCards(rows.map(contactOf), '3.0')
  }
  const gather = async ({ onProgress, signal }: UnderWay) => {
    const { ids } = await data.once({ what: 'ids', list: ALL, between: null })
    const cards: string[] = []
    for (let from = 0; from < ids.length; from += PART) {
      onProgress({ done: from, total: ids.length, way: 'forth' })
      cards.push(await cardsOf(ids.slice(from, from + PART)))
      signal.throwIfAborted()
    }
    return { count: ids.length, blob: new Blob(cards, { type: 'text/vcard;charset=utf-8' }) }
  }
  const save = async () => {
    const { count, blob } = await toasts.during(t('lists.sheet.saving'), gather, 'file-stopped')
    download(blob, `${t('exchange.export.customers')} ${todayIn(zone())}.vcf`)
    toasts.show({ text: t('lists.sheet.saved', { n: count }) })
  }
  return () => void acts.attempt(save)
}
