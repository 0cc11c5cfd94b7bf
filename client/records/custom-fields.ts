import { createMemo } from 'solid-js'
import { customFields } from '../../shared/custom/collections.ts'
import { type CustomField, declaredOf } from '../../shared/custom/declared.ts'
import { takeCustomFieldsFrom } from '../../shared/custom/known.ts'
import { hasFeature } from '../../shared/features/known.ts'
import { createEvery } from '../data/page/solid.tsx'

const NONE: readonly CustomField[] = []

/** Makes the fields that the company added known to the whole page; what was drawn from them follows their changes. */
export function followCustomFields(): void {
  const rows = createEvery(customFields)
  takeCustomFieldsFrom(createMemo(() => (hasFeature('customFields') ? declaredOf(rows()) : NONE)))
}
