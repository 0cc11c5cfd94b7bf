import { writeGoods } from '../../../../shared/importing/writing/commerceml/goods.ts'
import { useData } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { useSaving } from '../../../records/saving/use-saving.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** Saves all goods and what they cost as a file of CommerceML, as 1C takes it. */
export function useGoods() {
  const data = useData()
  const { t } = useWords()
  const currency = createCurrency()
  const saving = useSaving()
  return () =>
    saving(t('exchange.export.goodsFile'), 'xml', async () => {
      const { rows } = await data.once({ what: 'all', collection: 'products' })
      const goods = rows.filter(({ gone }) => !gone)
      const file = writeGoods(goods, currency(), new Date().toISOString().slice(0, 19))
      return { count: goods.length, blob: new Blob([file], { type: 'application/xml;charset=utf-8' }) }
    })
}
