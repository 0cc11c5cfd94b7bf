import { hasFeature } from '../../../../shared/features/known.ts'
import { usualPriceType } from '../../../../shared/segments/usual-price-type.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useMayRead } from '../../../records/rights.ts'
import type { OrderEditor, OrderFields } from './editor.ts'

/** What the choice of a customer brings along: the price type of its segments, where the order has none yet (segments/SPEC SG11). */
export function createUsualTerms(editor: () => OrderEditor) {
  const data = useData()
  const mayRead = useMayRead('segments')
  return async (customer: string | null): Promise<Pick<OrderFields, 'priceType'>> => {
    const isChosen = (editor().order()?.priceType ?? null) !== null
    if (customer === null || isChosen || !mayRead || !hasFeature('segments')) return {}
    const { segments } = await data.once({ what: 'segmentsOf', customer })
    const priceType = usualPriceType(segments)
    return priceType === null ? {} : { priceType }
  }
}
