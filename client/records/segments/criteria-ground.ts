import type { CollectionName } from '../../../shared/collections.ts'
import { hasFeature } from '../../../shared/features/known.ts'
import { hasField } from '../../../shared/features/places.ts'
import { keyOf, namedBy, type Part, segmentField, segmentFields } from '../../../shared/segments/criteria/fields.ts'
import { takesPeriod } from '../../../shared/segments/criteria/figures.ts'
import type { FilterGround } from '../list/filter/context.tsx'
import { createValues } from '../list/table/values.ts'
import { createSegmentLabel } from './label.ts'

/** What criteria of segments may name: a customer, what its orders, payments and events come to, how it stands among all. */
export function createSegmentGround(): FilterGround {
  return {
    get fields() {
      return segmentFields().flatMap(({ key, part, name }) => (isOffered(part, name) ? key : []))
    },
    fieldOf: segmentField,
    labelOf: createSegmentLabel(),
    valuesOf: (key) =>
      createValues({ field: () => segmentField(key()), placeOf: () => placeOf(key()), offers: () => true }),
    quick: [],
    isStrict: true,
    periods: {
      isTaken: (key) => {
        const named = namedBy(key)
        return named !== null && takesPeriod(named.part, named.name)
      },
      of: (key) => namedBy(key)?.within ?? null,
      with: (key, within) => {
        const named = namedBy(key)
        return named === null ? key : keyOf({ ...named, within })
      },
    },
  }
}

/** The collection and field whose words the choices of a field have. */
function placeOf(key: string): readonly [CollectionName, string] {
  return ['customers', namedBy(key)?.name ?? key]
}

/** Whether a field of criteria is offered with the features as they are. */
function isOffered(part: Part, name: string): boolean {
  if (part === 'risk') return hasFeature('counterparties')
  return part !== 'customer' || hasField('customers', name)
}
