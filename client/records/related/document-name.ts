import { useWords } from '../../ui/words/words.tsx'
import { nameOf } from '../address.ts'
import { callName } from '../calls/call-name.ts'
import { choiceLabel, oneLabel } from '../words/labels.ts'
import type { RelatedDocument } from './documents.ts'

/** What a document is called where others name it: «Заказ покупателя ЗК-0012», «Звонок: Нужен шкаф». */
export function useDocumentName() {
  const { t } = useWords()
  const what = ({ collection, item }: RelatedDocument) => {
    if (collection === 'events') return `${t(choiceLabel('events', 'kind', String(item.kind)))}:`
    if (collection !== 'orders') return t(oneLabel(collection))
    return t(`orders.one.${item.sort === 'work' ? 'work' : 'customer'}`)
  }
  const name = ({ collection, item }: RelatedDocument) => (collection === 'calls' ? callName(t, item) : nameOf(item))
  return (document: RelatedDocument) => `${what(document)} ${name(document)}`
}
