import { createContext, type ParentProps, useContext } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { quickFieldsOf } from '../../../../shared/custom/known.ts'
import { hasField } from '../../../../shared/features/places.ts'
import type { FieldOf } from '../../../../shared/filters/holds.ts'
import { filterFields, listField } from '../../../../shared/lists/fields.ts'
import type { Within } from '../../../../shared/segments/criteria/within.ts'
import { createFieldLabel } from '../table/field-label.ts'
import { createFieldValues, type FieldValues, type Offers } from '../table/values.ts'

/** Fields that can be of a period alone: their names hold it. */
export interface FieldPeriods {
  readonly isTaken: (field: string) => boolean
  /** Null: of any time. */
  readonly of: (field: string) => Within | null
  readonly with: (field: string, within: Within | null) => string
}

/** What the parts of a filter's form know of what is filtered. */
export interface FilterGround {
  /** Names of the fields that are offered. */
  readonly fields: readonly string[]
  /** The field at a name; undefined for one that is not there (any more). */
  readonly fieldOf: FieldOf
  readonly labelOf: (field: string) => string
  /** The values of a field; inside an owner. */
  readonly valuesOf: (field: () => string) => FieldValues
  /** Fields of the collection's own that have a quick filter. */
  readonly quick: readonly string[]
  /** A row that says nothing yet keeps the whole from being used: that is said at it. */
  readonly isStrict?: boolean
  readonly periods?: FieldPeriods
}

const Context = createContext<FilterGround>()

/** Gives the parts of a filter's form what they know. */
export const FilterGroundProvider = Context.Provider

export interface FilterProviderProps {
  readonly collection: CollectionName
  /** Fields that are not offered: the list's own conditions speak of them. */
  readonly without: readonly string[]
  readonly offers?: Offers | undefined
}

/** The filter of a collection's list. */
export function FilterProvider(props: ParentProps<FilterProviderProps>) {
  const ground: FilterGround = {
    get fields() {
      return filterFields(props.collection).filter(
        (name) => hasField(props.collection, name) && !props.without.includes(name),
      )
    },
    get quick() {
      return quickFieldsOf(props.collection)
    },
    fieldOf: (name) => listField(props.collection, name),
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
