import { For, type JSX, Show } from 'solid-js'
import type { Counterparty, counterparties } from '../../../shared/counterparties/collections.ts'
import { Fact } from '../../ui/layout/fact.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { choiceLabel, fieldLabel } from '../words/labels.ts'
import type { KnownCounterparty } from './known.ts'
import { RiskSign } from './risk-sign.tsx'

interface CounterpartyFactsProps {
  readonly known: KnownCounterparty
  readonly acts?: JSX.Element
  /** What is to be heeded stands over it already. */
  readonly isMarked?: boolean
}

/** What is known of a company: how it is weighed, since when and by whom, and its facts. */
export function CounterpartyFacts(props: CounterpartyFactsProps) {
  const { t, format } = useWords()
  const row = () => props.known.row()
  const asOf = (known: Counterparty) =>
    known.checked !== null && t('risks.asOf', { source: known.source ?? '', when: format.dateTime(known.checked) })
  return (
    <>
      <div class="risk-head">
        <RiskSign level={props.known.risk().level} />
        <span class="dim">{row() ? asOf(row() as Counterparty) : t('risks.never')}</span>
        {props.acts}
      </div>
      <Signs {...props} />
      <Show when={row()}>{(known) => <Told known={known()} />}</Show>
    </>
  )
}

/** What is to be heeded, in sentences, and that the last asking was in vain. */
function Signs(props: CounterpartyFactsProps) {
  const { t, format } = useWords()
  const risk = () => props.known.risk()
  const vain = () => {
    const { failed, trouble } = props.known.row() ?? {}
    if (!failed || !trouble) return null
    return t('risks.failed', {
      when: format.when(failed),
      why: t(choiceLabel('counterparties', 'trouble', trouble)).toLowerCase(),
    })
  }
  return (
    <>
      <Show when={!props.isMarked && risk().signs.length > 0}>
        <Banner look={risk().level === 'danger' ? 'loss' : 'warn'}>
          <For each={risk().signs}>{(sign) => <p>{t(`risks.signs.${sign}`)}</p>}</For>
        </Banner>
      </Show>
      <Show when={vain()}>{(sentence) => <Banner>{sentence()}</Banner>}</Show>
    </>
  )
}

const TEXTS = ['fullName', 'inn', 'kpp', 'ogrn', 'address', 'headPost', 'head', 'activity'] as const
const DAYS = ['registered', 'ended', 'actual'] as const

function Told(props: { readonly known: Counterparty }) {
  const { t, format } = useWords()
  const FactOf = (fact: { readonly field: keyof typeof counterparties.fields; readonly value: string | null }) => (
    <Show when={fact.value}>
      <Fact name={t(fieldLabel('counterparties', fact.field))}>{fact.value}</Fact>
    </Show>
  )
  const day = (of: (typeof DAYS)[number]) => {
    const value = props.known[of]
    return value === null ? null : format.date(value)
  }
  return (
    <dl class="facts">
      <FactOf field="state" value={props.known.state && t(choiceLabel('counterparties', 'state', props.known.state))} />
      <For each={TEXTS}>{(field) => <FactOf field={field} value={props.known[field]} />}</For>
      <FactOf field="capital" value={props.known.capital === null ? null : format.money(props.known.capital, 'RUB')} />
      <FactOf field="branches" value={props.known.branches ? String(props.known.branches) : null} />
      <For each={DAYS}>{(field) => <FactOf field={field} value={day(field)} />}</For>
    </dl>
  )
}
