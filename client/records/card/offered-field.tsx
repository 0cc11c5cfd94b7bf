import { createMemo } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { sortedByName } from '../../../shared/lists/by-name.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { createAll } from '../../data/page/solid.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import type { FieldProps } from '../../ui/inputs/field/field.tsx'

/** What a text for which names are offered is given. */
export interface OfferedFieldProps extends FieldProps {
  readonly value: string | null
  /** The collection whose names are offered. */
  readonly from: CollectionName
  readonly placeholder?: string | undefined
  readonly onCommit: (text: string | null) => unknown
}

/** A line of text: one of the names that are offered, or any other. */
export function OfferedField(props: OfferedFieldProps) {
  const all = createAll<Collection>(COLLECTIONS[props.from])
  const options = createMemo(() => {
    const names = all().map((row) => String((row as { readonly name?: unknown }).name ?? ''))
    const named = [...new Set(names.filter(Boolean))].map((name) => ({ value: name, label: name }))
    return sortedByName(named, ({ label }) => label)
  })
  return <Combobox {...props} free options={options()} text={props.value ?? ''} />
}
