import { For, Show } from 'solid-js'
import type { Debt } from '../../../shared/movements/debts.ts'
import type { Caller } from '../../data/queries/calls/windows/query.ts'
import { createCurrency } from '../../records/company.ts'
import { StateNow } from '../../records/process/state-of.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { Link } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { CallWindowProps } from './props.ts'

interface CallerProps extends CallWindowProps {
  readonly caller: Caller
  /** Others have the number, too. */
  readonly isOneOf: boolean
}

/** What is known of somebody who has the number. */
export function CallerFacts(props: CallerProps) {
  const { t, format } = useWords()
  const currency = createCurrency()
  return (
    <div class="call-facts">
      <Show when={props.isOneOf}>
        <Which {...props} />
      </Show>
      <Show when={props.caller.contact}>
        {(contact) => <p>{[contact().name, contact().post].filter(Boolean).join(', ')}</p>}
      </Show>
      <Debts debts={props.caller.debts} />
      <Show when={props.caller.orders.length > 0}>
        <ul class="call-orders" aria-label={t('calling.orders')}>
          <For each={props.caller.orders}>
            {(order) => (
              <li>
                <Link href={`/orders/${order.sort}/${order.id}`}>{order.number ?? '—'}</Link>
                <StateNow item={order} />
                <span class="n">{format.money(order.total, order.currency ?? currency())}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.caller.next}>
        {(next) => (
          <p class="dim">
            {t('calling.next', { what: next().subject ?? t('common.nameless'), when: format.when(next().at) })}
          </p>
        )}
      </Show>
    </div>
  )
}

/** One of several: the call is taken as this one's, or said to be. */
function Which(props: CallerProps) {
  const { t } = useWords()
  const name = () => props.caller.name ?? t('common.nameless')
  const isTaken = () => props.window.taken !== null
  const choose = () =>
    void (isTaken()
      ? props.taking.openKnown(props.window, props.caller)
      : props.taking.take(props.window, props.caller))
  const isChosen = () => props.window.isBound && props.window.callers[0]?.id === props.caller.id
  return (
    <div class="call-which">
      <p class="call-name">{name()}</p>
      <Show when={!isChosen()}>
        <Button
          size="small"
          aria-label={t(isTaken() ? 'calling.isThis' : 'calling.takeAs', { name: name() })}
          onClick={choose}
        >
          {isTaken() ? t('common.choose') : t('calling.take')}
        </Button>
      </Show>
    </div>
  )
}

const SHOWN = ['toUs', 'byUs', 'sold'] as const satisfies readonly (keyof Debt)[]

/** «Должны нам», «Мы должны», «Продажи на», those that are not nothing. */
function Debts(props: { readonly debts: readonly Debt[] }) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const sumOf = (of: (typeof SHOWN)[number]) => {
    const some = props.debts.filter((debt) => debt[of] !== 0)
    return some.map((debt) => format.money(debt[of], debt.currency ?? currency())).join(' + ')
  }
  return (
    <Show when={SHOWN.some((of) => sumOf(of) !== '')}>
      <dl class="call-debts">
        <For each={SHOWN.filter((of) => sumOf(of) !== '')}>
          {(of) => (
            <div>
              <dt>{t(`customers.debts.${of}`)}</dt>
              <dd class="n">{sumOf(of)}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}
