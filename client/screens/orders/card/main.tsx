import { For, Show } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { formFieldsOf } from '../../../../shared/custom/known.ts'
import { hasFeature } from '../../../../shared/features/known.ts'
import { hasField } from '../../../../shared/features/places.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import type { CustomName } from '../../../../shared/records/declarations/custom.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import { Apart } from '../../../records/card/apart.tsx'
import { FieldInput } from '../../../records/card/field-input.tsx'
import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { createCurrency } from '../../../records/company.ts'
import { CustomerRisk } from '../../../records/counterparties/risk-banner.tsx'
import { FieldPlace } from '../../../records/presence/field-place.tsx'
import { fieldTitle } from '../../../records/words/labels.ts'
import { MomentField } from '../../../ui/inputs/dates/date-field.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createCustomerChoice } from '../editor/customer-choice.ts'
import type { OrderEditor, OrderFields } from '../editor/editor.ts'
import { Lines } from './lines/lines.tsx'
import { Terms } from './terms/terms.tsx'

/** The order's fields in the order in which the form has them. */
const FORM = [
  'customer',
  'contact',
  'responsible',
  'date',
  'shipment',
  'department',
  'organisation',
  'source',
  'note',
] as const
/** References that may be made on the spot, from the name that was typed. */
const CREATABLE: ReadonlySet<string> = new Set(['customer'])

/** What the main tab of the card is given. */
export interface MainProps {
  readonly editor: OrderEditor
  readonly readOnly: boolean
  readonly apart: readonly Parted[]
}

/** The order's fields and lines, each saved when it is left. */
export function Main(props: MainProps) {
  const currency = createCurrency()
  return (
    <Show when={props.editor.order()}>
      {(order) => (
        <>
          <Show when={hasFeature('counterparties') && order().customer}>
            {(customer) => <CustomerRisk customer={customer()} />}
          </Show>
          <Fields side>
            <For each={FORM.filter((name) => hasField('orders', name))}>
              {(name) => (
                <OrderField
                  {...props}
                  name={name}
                  value={order()[name] as Json}
                  currency={order().currency ?? currency()}
                />
              )}
            </For>
            <For each={formFieldsOf('orders', order(), props.editor.isDraft)}>
              {({ name, field }) => (
                <AddedField {...props} name={name} field={field} value={order()[name] ?? null} currency={currency()} />
              )}
            </For>
          </Fields>
          <Terms {...props} order={order()} currency={order().currency ?? currency()} />
          <Lines {...props} lines={order().lines} currency={order().currency ?? currency()} />
        </>
      )}
    </Show>
  )
}

interface AddedFieldProps extends MainProps {
  readonly name: CustomName
  readonly field: Field
  readonly value: Json
  /** The company's: sums that it added are in no order's own. */
  readonly currency: string
}

/** A field that the company added. */
function AddedField(props: AddedFieldProps) {
  const { t } = useWords()
  return (
    <FieldPlace collection="orders" id={props.editor.id} path={props.name}>
      <FieldInput
        collection="orders"
        name={props.name}
        field={props.field}
        value={props.value}
        currency={props.currency}
        readOnly={props.readOnly}
        placeholder={t('common.notFilled')}
        onCommit={(value) => props.editor.set({ [props.name]: value })}
      />
      <Apart {...props} collection="orders" id={props.editor.id} path={props.name} />
    </FieldPlace>
  )
}

interface OrderFieldProps extends MainProps {
  readonly name: (typeof FORM)[number]
  readonly value: Json
  readonly currency: string
}

function OrderField(props: OrderFieldProps) {
  const { t } = useWords()
  const field = orders.fields[props.name]
  const choose = createCustomerChoice(() => props.editor)
  const commit = (value: Json) => props.editor.set({ [props.name]: value } as OrderFields)
  const label = () => fieldTitle(t, 'orders', props.name)
  return (
    <FieldPlace collection="orders" id={props.editor.id} path={props.name}>
      <Show
        when={field.type !== 'instant'}
        fallback={
          <MomentField
            label={label()}
            value={props.value as number | null}
            readOnly={props.readOnly}
            onCommit={commit}
          />
        }
      >
        <Show
          when={field.to && CREATABLE.has(props.name)}
          fallback={
            <FieldInput
              collection="orders"
              name={props.name}
              field={field}
              value={props.value}
              currency={props.currency}
              readOnly={props.readOnly}
              placeholder={t('common.notFilled')}
              onCommit={commit}
            />
          }
        >
          <ReferenceField
            creatable
            label={label()}
            to={field.to as CollectionName}
            value={props.value as string | null}
            readOnly={props.readOnly}
            onCommit={choose}
          />
        </Show>
      </Show>
      <Apart {...props} collection="orders" id={props.editor.id} path={props.name} />
    </FieldPlace>
  )
}
