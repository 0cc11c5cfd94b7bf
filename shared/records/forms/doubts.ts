import type { TextForm } from '../declarations/fields.ts'
import { doubtOfEmail } from './email.ts'
import { doubtOfInn } from './inn.ts'
import { doubtOfPhone } from './phone.ts'

const BY_FORM = { inn: doubtOfInn, phone: doubtOfPhone, email: doubtOfEmail }

/** What can seem wrong about a text of a form; the sentence for it stands in the dictionaries under `common.doubts`. */
export type Doubt = NonNullable<ReturnType<(typeof BY_FORM)[TextForm]>>

/** What seems wrong about a text, which is kept all the same (SPEC R20); null where nothing does, or it is empty. */
export function doubtOf(form: TextForm | undefined, text: string): Doubt | null {
  return form === undefined || text.trim() === '' ? null : BY_FORM[form](text)
}
