import { createSignal, For } from 'solid-js'
import type { MoveRequest } from '../../../../shared/orders/moves/move-order.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { AskedField } from './asked-field.tsx'

/** What is filled in of what a state asks for, by the names of fields. */
export type Fill = NonNullable<MoveRequest['fill']>

interface AskedFieldsProps {
  readonly names: readonly string[]
  readonly onChange: (fill: Fill) => void
}

/** Fields that a state asks for, empty at first: what is filled in stands nowhere but here until it is sent. */
export function AskedFields(props: AskedFieldsProps) {
  const [fill, setFill] = createSignal<Fill>({})
  const set = (name: string, value: Json) => props.onChange(setFill({ ...fill(), [name]: value }))
  return (
    <Fields side>
      <For each={props.names}>
        {(name) => (
          <AskedField
            name={name}
            value={((fill() as { readonly [field: string]: unknown })[name] ?? null) as Json}
            onCommit={(value) => set(name, value)}
          />
        )}
      </For>
    </Fields>
  )
}
