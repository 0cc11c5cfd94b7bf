import { hasFeature } from '../../../../shared/features/known.ts'
import { usualPriceType } from '../../../../shared/segments/usual-price-type.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useMayRead } from '../../../records/rights.ts'
import type { OrderEditor, OrderFields } from './editor.ts'

/** Chooses an order’s customer, and with him the price type of his segments, where the order has none yet (segments/SPEC SG11). */
export function createCustomerChoice(editor: () => OrderEditor) {
  const usualTerms = createUsualTerms(editor)
  /** A draft may be recorded at the next key: its customer stands there before it is known what he brings along. */
  const inDraft = async (customer: string | null) => {
    const chosen = await editor().set({ customer })
    const terms = await usualTerms(customer)
    const isStill = editor().order()?.customer === customer
    return isStill && Object.keys(terms).length > 0 ? editor().set(terms) : chosen
  }
  return async (customer: string | null) =>
    editor().isDraft ? inDraft(customer) : editor().set({ customer, ...(await usualTerms(customer)) })
}

function createUsualTerms(editor: () => OrderEditor) {
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
