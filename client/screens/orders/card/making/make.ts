import { useNavigate } from '@solidjs/router'
import type { Order, Sort } from '../../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../../shared/orders/moves/moves.ts'
import { useData } from '../../../../data/page/solid.tsx'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { createKinds, type ShownKind } from '../../../../records/process/process.ts'
import { single } from '../../../../ui/actions/single.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import type { Fill } from '../../entry/asked-fields.tsx'
import { createAsking } from '../../entry/create-asking.tsx'

/** What a new order is made with. */
interface Begun {
  readonly id: string
  readonly sort: Sort
  readonly start: ReturnType<typeof startOf>
  readonly draft: string
}

/** Makes documents of an order, and opens them. An order is recorded, not posted, in its kind's first state. */
export function createMaking(order: () => Order) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const navigate = useNavigate()
  const kinds = createKinds()
  const begin = async (sort: Sort): Promise<Begun> => {
    const [id, draft] = [await data.newId('orders'), await data.draftNumber()]
    return { id, sort, start: startOf(kinds(), sort, standingOf(order()).kind), draft }
  }
  const made = (sort: Sort, { id, draft }: Begun, act: number) => {
    acts.said(t('trade.making.made', { number: draft }), act)
    navigate(`/orders/${sort}/${id}`)
  }
  const asking = createAsking()
  /** Makes an order in its kind's first state; what that asks for is asked there and then. */
  const make = (
    sort: Sort,
    run: (made: Pick<Begun, 'id' | 'sort' | 'start'> & { readonly fields: Fill }) => Promise<{ readonly act: number }>,
  ) =>
    acts.attempt(async () => {
      const begun = await begin(sort)
      await asking.make(begun.start.state, async (fill) => {
        const { id, sort, start, draft } = begun
        const { act } = await run({ id, sort, start, fields: { ...fill, draft } })
        made(sort, begun, act)
      })
    })
  const copy = () => make(order().sort ?? 'customer', (begun) => data.run('copyOrder', { ...begun, from: order().id }))
  const onBasis = (sort: Sort) =>
    make(sort, (begun) => data.run('orderOnBasis', { ...begun, basis: { collection: 'orders', id: order().id } }))
  const saveTemplate = async (name: string) => {
    const id = await data.newId('orderTemplates')
    const { act } = await data.run('saveTemplate', { id, order: order().id, name })
    acts.said(t('trade.making.templateSaved', { name }), act)
  }
  /** An invoice of the order as it stands, and its card. */
  const invoice = single(async () => {
    const [id, draft] = await Promise.all([data.newId('invoices'), data.draftNumber()])
    if (await acts.run('makeInvoice', { id, order: order().id, fields: { draft } }, t('invoices.made'))) {
      navigate(`/invoices/${id}`)
    }
  })
  return { copy, onBasis, saveTemplate, invoice, Asking: asking.Dialog }
}

/** The first state of a kind: of the one that is known, where it is of that sort, else of the sort's first. */
export function startOf(kinds: readonly ShownKind[], sort: Sort, known: string | null) {
  const ofSort = kinds.filter((kind) => kind.sort === sort)
  const kind = ofSort.find(({ id }) => id === known) ?? ofSort[0]
  return { kind: kind?.id ?? '', state: kind?.states[0]?.id ?? '' }
}
