import { createMemo, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { Failure } from '../../../../../../shared/errors.ts'
import type { Order } from '../../../../../../shared/orders/collections.ts'
import { useData } from '../../../../../data/page/solid.tsx'
import { useActs } from '../../../../../records/acts/use-acts.ts'
import { SentForm } from '../../../../../ui/forms/sent-form.tsx'
import { NumberField } from '../../../../../ui/inputs/typed/number-field.tsx'
import { Dialog } from '../../../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../../../ui/words/words.tsx'
import { createLineNames } from '../movements.ts'
import { keyOf, type Offered, offeredOf, partsOf, quantityOf, sumOfParts, type Written } from './parts.ts'
import { createSigning } from './signing.tsx'

/** What the dialogs «Отгрузить» and «Вернуть» are given. */
export interface PartsDialogProps {
  readonly act: 'ship' | 'takeBack'
  readonly order: Order
  /** ISO 4217. */
  readonly currency: string
  readonly onClose: () => void
}

/** Goods that go out or come back: all that there is by one press, or a quantity of each line. */
export function PartsDialog(props: PartsDialogProps) {
  const { t, format } = useWords()
  const data = useData()
  const acts = useActs()
  const { request, Signing } = createSigning()
  const [written, write] = createStore<{ [key: string]: number | null }>({})
  const offered = createMemo(() => offeredOf(props.order, props.act))
  const send = async () => {
    const parts = partsOf(offered(), written)
    if (parts?.length === 0) throw new Failure('quantity-wrong')
    const { act } = await data.run(props.act, { id: props.order.id, ...request(), ...(parts && { parts }) })
    acts.said(t(`trade.done.${props.act}`), act)
    props.onClose()
  }
  return (
    <Dialog open size="wide" title={t(`trade.dialog.${props.act}`)} onClose={() => props.onClose()}>
      <SentForm submit={t(`trade.acts.${props.act}`)} onSubmit={send}>
        <ul class="fact-parts">
          <Parts {...props} offered={offered()} written={written} onWrite={(key, quantity) => write(key, quantity)} />
        </ul>
        <p class="lines-sum">
          <span>{t('trade.dialog.total')}</span>
          <span class="n">{format.money(sumOfParts(offered(), written), props.currency)}</span>
        </p>
        <Signing />
      </SentForm>
    </Dialog>
  )
}

interface PartsProps {
  readonly order: Order
  readonly offered: readonly Offered[]
  readonly written: Written
  readonly onWrite: (key: string, quantity: number | null) => void
}

/** A field for each line, in which all that there is stands at first. Lines keep their field while they are offered. */
function Parts(props: PartsProps) {
  const { t, format } = useWords()
  const nameOf = createLineNames(() => props.order.lines)
  const keys = createMemo(() => props.offered.map(keyOf))
  const of = (key: string) => props.offered.find((one) => keyOf(one) === key)
  const unitOf = ({ line }: Offered) => props.order.lines.find(({ id }) => id === line)?.unit ?? undefined
  return (
    <For each={keys()}>
      {(key) => (
        <Show when={of(key)}>
          {(one) => (
            <li>
              <span>{nameOf(one())}</span>
              <NumberField
                bare
                label={t('trade.dialog.quantityOf', { name: nameOf(one()) })}
                hint={t('trade.dialog.of', { quantity: format.quantity(one().quantity) })}
                decimals={3}
                unit={unitOf(one())}
                readOnly={one().line === null}
                min={Math.min(0, one().quantity)}
                max={Math.max(0, one().quantity)}
                value={quantityOf(one(), props.written)}
                onCommit={(quantity) => props.onWrite(key, quantity)}
              />
            </li>
          )}
        </Show>
      )}
    </For>
  )
}
