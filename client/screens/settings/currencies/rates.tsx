import Trash from 'lucide-solid/icons/trash'
import { createMemo, For, Show } from 'solid-js'
import { currencies } from '../../../../shared/company/collections.ts'
import { ratesOf } from '../../../../shared/company/rates.ts'
import type { Row } from '../../../../shared/records/declarations/collection.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createCurrency } from '../../../records/company.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { AddRate } from './add-rate.tsx'
import { useRateCheck } from './rate-check.ts'
import './rates.css'

/** The rates of a currency, the latest first, each from its day on; the company's own has none. */
export function Rates(props: { readonly id: string }) {
  const { t } = useWords()
  const own = createCurrency()
  const record = createRecord(currencies, () => props.id)
  const mayWrite = useMayWrite('currencies')
  const here = () => (record()?.row?.gone === false ? record()?.row : undefined)
  return (
    <Show when={here()}>
      {(currency) => (
        <Section title={t('settings.rates.title')}>
          <Show
            when={currency().code !== own()}
            fallback={<p class="dim">{t('settings.rates.own', { currency: own() })}</p>}
          >
            <p class="dim">{t('settings.rates.text', { currency: currency().code ?? '…', own: own() })}</p>
            <Show when={mayWrite}>
              <AddRate id={props.id} own={own()} />
            </Show>
            <RateList currency={currency()} own={own()} readOnly={!mayWrite} />
          </Show>
        </Section>
      )}
    </Show>
  )
}

interface RateListProps {
  readonly currency: Row<typeof currencies>
  readonly own: string
  readonly readOnly: boolean
}

function RateList(props: RateListProps) {
  const { t, zone } = useWords()
  const rows = createMemo(() => ratesOf(props.currency.rates))
  const held = createMemo(() => rows().find(({ from }) => (from ?? '') <= todayIn(zone()))?.id)
  const ids = createMemo(() => rows().map(({ id }) => id))
  return (
    <Show when={rows().length > 0} fallback={<p class="dim">{t('settings.rates.none')}</p>}>
      <ul class="rates" aria-label={t('settings.rates.title')}>
        <For each={ids()}>
          {(id) => (
            <Show when={rows().find((one) => one.id === id)}>
              {(rate) => <RateRow {...props} rate={rate()} isHeld={held() === id} />}
            </Show>
          )}
        </For>
      </ul>
    </Show>
  )
}

interface RateRowProps extends RateListProps {
  readonly rate: ReturnType<typeof ratesOf>[number]
  readonly isHeld: boolean
}

function RateRow(props: RateRowProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const data = useData()
  const check = useRateCheck()
  const since = () =>
    props.rate.from === null
      ? t('settings.rates.ever')
      : t('settings.rates.since', { date: format.date(props.rate.from) })
  const set = (millionths: number | null) => {
    if (millionths === null) return undefined
    return data.run('setRate', { id: props.currency.id, from: props.rate.from, millionths })
  }
  const remove = () => {
    const entry = { collection: 'currencies', id: props.currency.id, list: 'rates', entry: props.rate.id } as const
    void acts.run('removeEntry', entry, t('settings.rates.removed', { since: since() }))
  }
  return (
    <li>
      <span>
        {since()}{' '}
        <Show when={props.isHeld}>
          <span class="dim">{t('settings.rates.now')}</span>
        </Show>
      </span>
      <NumberField
        bare
        required
        label={`${t('settings.rates.rate')} ${since()}`}
        decimals={6}
        check={check}
        unit={format.sign(props.own)}
        readOnly={props.readOnly}
        value={props.rate.millionths}
        onCommit={set}
      />
      <Show when={!props.readOnly}>
        <IconButton icon={Trash} label={`${t('settings.rates.remove')} ${since()}`} onClick={remove} />
      </Show>
    </li>
  )
}
