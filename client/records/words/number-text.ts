import { decimalsOf, unitsOf } from '../../../shared/custom/numbers.ts'
import type { Field } from '../../../shared/records/declarations/fields.ts'
import type { useWords } from '../../ui/words/words.tsx'

/** A number in hundredths with the decimals that its field, one that the company added, has. */
export function numberText(format: ReturnType<typeof useWords>['format'], field: Field, value: number): string {
  const decimals = decimalsOf(field, value)
  return format.decimal(unitsOf(value, decimals), decimals, typeof field.added?.decimals === 'number')
}
