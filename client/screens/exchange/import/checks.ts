import type { UnderWay } from '../../../../shared/under-way.ts'
import type { DataClient } from '../../../data/page/client.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { gatherKnown } from '../gather-known.ts'
import type { createOrders } from '../orders/create-orders.ts'
import { gatherOrders } from '../orders/gather-orders.ts'
import type { ChosenFile } from './chosen-file.ts'
import type { createState } from './state.ts'

interface Checked {
  readonly data: DataClient
  readonly chosen: ChosenFile
  readonly state: ReturnType<typeof createState>
  readonly orders: ReturnType<typeof createOrders>
}

/** What will come of the rows of a table, or of the orders of an exchange: planned beside the page, with what the company has. */
export function createChecks({ data, chosen, state, orders }: Checked) {
  const { t, language } = useWords()
  const ofOrders = async (underWay: UnderWay) => {
    const into = orders.into()
    if (!into) return
    const reader = await chosen.reader(underWay)
    await gatherOrders(data, reader, underWay)
    state.setPlan(await reader.ask({ ask: 'planOrders', into, isHeard: orders.chosen().isHeard }, underWay.signal))
  }
  const ofRows = async (underWay: UnderWay) => {
    const layout = state.layout()
    if (!layout) return
    const reader = await chosen.reader(underWay)
    await gatherKnown(data, reader, layout.what, underWay)
    state.setPlan(await reader.ask({ ask: 'plan', table: state.at(), layout }, underWay.signal))
  }
  const saveRefused = async (underWay: UnderWay) => {
    const reader = await chosen.reader(underWay)
    const text = await reader.ask({ ask: 'refused', language: language() }, underWay.signal)
    download(new Blob([text], { type: 'text/csv;charset=utf-8' }), t('exchange.refused.file', { name: state.name() }))
  }
  return { rows: ofRows, orders: ofOrders, saveRefused }
}
