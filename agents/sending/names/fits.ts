import { LARGEST_LETTER_MB, type Mail } from '../../../shared/messages/sending.ts'
import type { Letter } from '../letters/letter.ts'
import { failed, type Outcome } from '../outcome.ts'

const MB = 1024 * 1024
/** In a letter three bytes of a file take four signs, and its lines their breaks. */
const IN_LETTER = 1.37

/** Says why a letter is too large for an account; null: it fits (SPEC SN21). */
export function tooLarge({ enclosures }: Letter, mail: Pick<Mail<string>, 'mostMb'> | null): Outcome | null {
  if (mail === null) return null
  const most = mail.mostMb ?? LARGEST_LETTER_MB
  const size = enclosures.reduce((sum, { bytes }) => sum + bytes.length, 0) * IN_LETTER
  if (size <= most * MB) return null
  const [largest] = [...enclosures].sort((one, other) => other.bytes.length - one.bytes.length)
  return failed('letterLarge', { size: Math.ceil(size / MB), most, file: largest?.name ?? '' })
}
