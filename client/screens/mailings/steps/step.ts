import type { Mailing } from '../../../../shared/mailings/collections.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'

/** What each step is given. */
export interface StepProps {
  readonly mailing: Mailing
  readonly readOnly: boolean
  readonly set: (field: string, value: Json) => unknown
}
