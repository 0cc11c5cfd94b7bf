import { Show } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { fieldsOf } from '../../../../shared/custom/known.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { FieldInput } from '../../../records/card/field-input.tsx'
import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { createCurrency } from '../../../records/company.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What the input of a field that is asked for is given. */
interface AskedFieldProps {
  /** All that a state may ask for but lines; fields that the company added, too. */
  readonly name: string
  readonly value: Json
  readonly onCommit: (value: Json) => unknown
}

/** The input of a field that a state asks for, as the order's form has it. */
export function AskedField(props: AskedFieldProps) {
  const { t } = useWords()
  const currency = createCurrency()
  return (
    <Show
      when={props.name === 'customer' || props.name === 'project'}
      fallback={
        <Show when={fieldsOf('orders')[props.name]}>
          {(field) => (
            <FieldInput
              collection="orders"
              name={props.name}
              field={field()}
              value={props.value}
              currency={currency()}
              placeholder={t('common.notFilled')}
              onCommit={props.onCommit}
            />
          )}
        </Show>
      }
    >
      <ReferenceField
        creatable
        label={t(fieldLabel('orders', props.name))}
        to={orders.fields[props.name as 'customer'].to as CollectionName}
        value={props.value as string | null}
        placeholder={t('common.notFilled')}
        onCommit={props.onCommit}
      />
    </Show>
  )
}
