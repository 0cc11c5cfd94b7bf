import { createContext, type ParentProps, useContext } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { filterFields } from '../../../../shared/lists/fields.ts'
import { createFieldLabel } from '../table/field-label.ts'
import { createFieldValues, type FieldValues, type Offers } from '../table/values.ts'

/** What the parts of a filter's form know of the collection that is filtered. */
export interface FilterGround {
  readonly collection: CollectionName
  /** Names of the fields that are offered. */
  readonly fields: readonly string[]
  readonly labelOf: (field: string) => string
  /** The values of a field; inside an owner. */
  readonly valuesOf: (field: () => string) => FieldValues
}

const Context = createContext<FilterGround>()

export interface FilterProviderProps {
  readonly collection: CollectionName
  /** Fields that are not offered: the list's own conditions speak of them. */
  readonly without: readonly string[]
  readonly offers?: Offers | undefined
}

export function FilterProvider(props: ParentProps<FilterProviderProps>) {
  const ground: FilterGround = {
    get collection() {
      return props.collection
    },
    get fields() {
      return filterFields(props.collection).filter((name) => !props.without.includes(name))
    },
    labelOf: createFieldLabel(() => props.collection),
    valuesOf: (field) =>
      createFieldValues(
        () => props.collection,
        field,
        (name, record) => props.offers?.(name, record) ?? true,
      ),
  }
  return <Context.Provider value={ground}>{props.children}</Context.Provider>
}

export function useFilterGround(): FilterGround {
  const ground = useContext(Context)
  if (!ground) throw new Error('useFilterGround stands outside of a FilterProvider')
  return ground
}
