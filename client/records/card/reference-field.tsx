import { type Accessor, createMemo } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { sortedByName } from '../../../shared/lists/by-name.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import { createEvery, useData } from '../../data/page/solid.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import type { Option } from '../../ui/inputs/choice/option.tsx'
import type { FieldProps } from '../../ui/inputs/field/field.tsx'
import { useMayWrite } from '../rights.ts'

/** What a field that refers to a record is given. */
export interface ReferenceFieldProps extends FieldProps {
  readonly value: string | null
  readonly to: CollectionName
  /** Offer to make a record of the name that was typed. */
  readonly creatable?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly autofocus?: boolean | undefined
  /** What is chosen among, where several fields share it; left out, the field asks for it by itself. */
  readonly choices?: Choices | undefined
  readonly onCommit: (id: string | null) => unknown
}

/** The records that fields refer to: asked for, sorted and named once for all of them. */
export interface Choices<C extends Collection = Collection> {
  /** Removed ones too. */
  readonly every: Accessor<readonly Row<C>[]>
  /** Those that are not removed, by name. */
  readonly options: Accessor<readonly Option[]>
}

/** What fields that refer to a collection choose among. */
export function createChoices<C extends Collection>(collection: C): Choices<C> {
  const every = createEvery(collection)
  const offered = () => every().filter((row) => !row.gone)
  const asOption = (row: Row<C>) => ({ value: row.id, label: labelOf(row) })
  return { every, options: createMemo(() => sortedByName(offered().map(asOption), ({ label }) => label)) }
}

/** Picks a record of another collection by its name, or makes one. */
export function ReferenceField(props: ReferenceFieldProps) {
  const data = useData()
  const { every, options } = props.choices ?? createChoices(COLLECTIONS[props.to])
  const mayCreate = useMayWrite(props.to)
  /** A record that was removed is no choice any more, but it is still named where it was chosen. */
  const removedName = () => {
    const row = every().find((one) => one.id === props.value)
    return row?.gone ? labelOf(row) : undefined
  }
  const create = async (name: string) => {
    const id = await data.newId(props.to)
    await data.run('createRecord', { collection: props.to, id, values: { name } })
    await props.onCommit(id)
  }
  return (
    <Combobox
      {...props}
      options={options()}
      text={removedName()}
      onCommit={(id) => props.onCommit(id)}
      onCreate={props.creatable && mayCreate ? create : undefined}
    />
  )
}

function labelOf(row: object): string {
  return String((row as { readonly name?: unknown }).name ?? '')
}
