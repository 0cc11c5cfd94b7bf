import { createSignal, type JSX, Show } from 'solid-js'
import { hasField } from '../../../../../shared/features/places.ts'
import { priceTypes } from '../../../../../shared/goods/collections.ts'
import { projects, VAT_MODES, type VatMode } from '../../../../../shared/orders/collections.ts'
import { isPricedIn } from '../../../../../shared/orders/prices/taken-prices.ts'
import type { Parted } from '../../../../../shared/records/reading/overwritten.ts'
import { createEvery } from '../../../../data/page/solid.tsx'
import { Apart } from '../../../../records/card/apart.tsx'
import { CurrencyField } from '../../../../records/card/currency-field.tsx'
import { ReferenceField } from '../../../../records/card/reference-field.tsx'
import { createCurrency } from '../../../../records/company.ts'
import { FieldPlace } from '../../../../records/presence/field-place.tsx'
import { fieldLabel } from '../../../../records/words/labels.ts'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { Fields } from '../../../../ui/inputs/field/field.tsx'
import { NumberField } from '../../../../ui/inputs/typed/number-field.tsx'
import { Fold } from '../../../../ui/layout/fold.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { EditedOrder, OrderEditor } from '../../editor/editor.ts'
import { PriceOffer } from './price-offer.tsx'

/** What the terms of an order are given. */
export interface TermsProps {
  readonly editor: OrderEditor
  readonly readOnly: boolean
  readonly apart: readonly Parted[]
  readonly order: EditedOrder
  /** ISO 4217. */
  readonly currency: string
}

const TERMS = ['project', 'currency', 'priceType', 'discount', 'vatMode'] as const
type Term = (typeof TERMS)[number]

/** What all lines follow, and what the order belongs to: project, price type, discount of the whole, VAT mode; folded, in a few words. */
export function Terms(props: TermsProps) {
  const { t } = useWords()
  const summary = createSummary(props)
  const foreign = createForeign(props)
  const [isChosen, setChosen] = createSignal(false)
  const choosePrices = async (priceType: string | null) => {
    await props.editor.set({ priceType })
    setChosen(priceType !== null)
  }
  // What was written apart must be seen.
  const isParted = () => props.apart.some(({ path }) => TERMS.some((name) => name === path))
  const frame = (name: Term) => ({ label: t(fieldLabel('orders', name)), readOnly: props.readOnly })
  return (
    <Fold title={t('trade.terms.title')} summary={summary()} open={isParted()}>
      <Fields side>
        <Place {...props} name="project">
          <ReferenceField
            {...frame('project')}
            creatable
            to="projects"
            value={props.order.project}
            placeholder={t('common.notFilled')}
            onCommit={(project) => props.editor.set({ project })}
          />
        </Place>
        <Place {...props} name="currency">
          <CurrencyField
            {...frame('currency')}
            value={props.order.currency}
            onCommit={(currency) => props.editor.set({ currency })}
          />
        </Place>
        <Place {...props} name="priceType">
          <ReferenceField
            {...frame('priceType')}
            to="priceTypes"
            value={props.order.priceType}
            placeholder={t('common.notFilled')}
            doubt={foreign()}
            onCommit={choosePrices}
          />
        </Place>
        <Place {...props} name="discount">
          <NumberField
            label={t('trade.terms.discount')}
            readOnly={props.readOnly}
            decimals={2}
            min={0}
            max={10_000}
            unit="%"
            value={props.order.discount}
            onCommit={(discount) => props.editor.set({ discount })}
          />
        </Place>
        <Place {...props} name="vatMode">
          <VatModeSelect {...props} />
        </Place>
      </Fields>
      <Show when={isChosen() && foreign() === undefined}>
        <PriceOffer {...props} />
      </Show>
    </Fold>
  )
}

/** The terms that were chosen, one behind the other. */
function createSummary(props: TermsProps): () => string {
  const { t, format } = useWords()
  const named = createRecordNames()
  const own = createCurrency()
  const off = () => props.order.discount ?? 0
  return () =>
    [
      hasField('orders', 'project') ? named('projects', props.order.project) : null,
      props.currency === own() ? null : props.currency,
      named('priceTypes', props.order.priceType),
      off() === 0 ? null : t('trade.terms.off', { percent: format.percent(off(), 2) }),
      t(`trade.terms.vatModes.${props.order.vatMode ?? 'included'}`),
    ]
      .filter((one) => one !== null)
      .join(' · ')
}

/** Names of what the terms refer to. */
function createRecordNames() {
  const rows = { projects: createEvery(projects), priceTypes: createEvery(priceTypes) }
  return (collection: keyof typeof rows, id: string | null): string | null =>
    id === null ? null : (rows[collection]().find((row) => row.id === id)?.name ?? null)
}

/** That the price type is in another currency than the order, in words. */
function createForeign(props: TermsProps): () => string | undefined {
  const { t } = useWords()
  const own = createCurrency()
  const all = createEvery(priceTypes)
  return () => {
    const type = all().find(({ id }) => id === props.order.priceType)
    if (!type || isPricedIn(type, props.order.currency, own())) return undefined
    return t('trade.terms.foreign', { currency: type.currency ?? own(), own: props.currency })
  }
}

function Place(props: TermsProps & { readonly name: Term; readonly children: JSX.Element }) {
  return (
    <Show when={hasField('orders', props.name)}>
      <FieldPlace collection="orders" id={props.editor.id} path={props.name}>
        {props.children}
        <Apart {...props} collection="orders" id={props.editor.id} path={props.name} />
      </FieldPlace>
    </Show>
  )
}

/** «НДС»: where none was chosen it is in the prices. */
function VatModeSelect(props: TermsProps) {
  const { t } = useWords()
  const label = (mode: VatMode) => t(`records.choices.${mode}`)
  return (
    <Select
      label={t('trade.terms.vat')}
      readOnly={props.readOnly}
      value={props.order.vatMode ?? 'included'}
      options={VAT_MODES.map((mode) => ({ value: mode, label: label(mode) }))}
      onCommit={(value) => props.editor.set({ vatMode: VAT_MODES.find((mode) => mode === value) ?? null })}
    />
  )
}
