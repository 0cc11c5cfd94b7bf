import { createSignal, For, Show } from 'solid-js'
import { createCurrency } from '../../../records/company.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PaymentView, StatementView } from '../reading/views.ts'
import { ChooseClaim } from './choose-claim.tsx'
import type { StatementWork } from './create-statement.ts'
import { PaymentRow } from './payment-row.tsx'
import './statement.css'

/** So many payments stand on the screen at first, and so many more each time. */
const STEP = 100

/** How payments are told apart: found, to be sorted out, entered before, and what is not paid to the company. */
const SIDES = ['found', 'open', 'present', 'other'] as const
type Side = (typeof SIDES)[number]

/** «Платежи выписки»: what was found for each, what is offered for the rest, and entering them. */
export function Statement(props: {
  readonly file: StatementView
  readonly work: StatementWork
  readonly payments: readonly PaymentView[]
  readonly isBusy: boolean
  readonly onEnter: () => void
}) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const [chosen, setChosen] = createSignal<Side | null>(null)
  const [shown, setShown] = createSignal(STEP)
  const [asked, setAsked] = createSignal<PaymentView | null>(null)
  const of = (side: Side) => props.payments.filter((payment) => sideOf(payment) === side)
  const side = () => chosen() ?? SIDES.find((one) => of(one).length > 0) ?? 'found'
  const rows = () => of(side())
  const show = (next: Side) => {
    setShown(STEP)
    setChosen(next)
  }
  return (
    <Section title={t('statement.title')}>
      <p class="dim">{t('statement.about', about(props.file, format.date))}</p>
      <For each={props.work.twice()}>
        {({ numbers }) => <Banner look="warn">{t('statement.twice', { numbers: numbers.join(', ') })}</Banner>}
      </For>
      <Segmented
        label={t('statement.show')}
        bare
        value={side()}
        options={SIDES.map((one) => ({
          value: one,
          label: t(`statement.sides.${one}`, { n: format.integer(of(one).length) }),
        }))}
        onCommit={show}
      />
      <p class="dim">{t(`statement.hints.${side()}`)}</p>
      <Show when={rows().length > 0} fallback={<p class="dim">{t('exchange.preview.none')}</p>}>
        <ul class="statement" aria-label={t('statement.title')}>
          <For each={rows().slice(0, shown())}>
            {(payment) => (
              <PaymentRow
                payment={payment}
                work={props.work}
                currency={currency()}
                isBusy={props.isBusy}
                onAsk={() => setAsked(payment)}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={rows().length > shown()}>
        <Button onClick={() => setShown(shown() + STEP)}>{t('common.more')}</Button>
      </Show>
      <Button look="primary" disabled={props.isBusy || props.work.count() === 0} onClick={props.onEnter}>
        {t('statement.enter', { n: props.work.count(), sum: format.money(props.work.sum(), currency()) })}
      </Button>
      <Show when={asked()}>
        {(payment) => (
          <ChooseClaim payment={payment()} work={props.work} currency={currency()} onClose={() => setAsked(null)} />
        )}
      </Show>
    </Section>
  )
}

function sideOf({ status, way }: PaymentView): Side {
  return way === 'in' || status === 'present' ? status : 'other'
}

/** The account, the days and how many payments there are. */
function about({ accounts, from, to, documents }: StatementView, written: (day: string) => string) {
  return {
    accounts: accounts.join(', ') || '—',
    from: from === null ? '…' : written(from),
    to: to === null ? '…' : written(to),
    n: documents,
  }
}
