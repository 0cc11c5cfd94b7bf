import { digest } from 'lib0/hash/sha256'
import { isId } from '../records/keys/key.ts'

/** Behind the mailing's own id `_` and a hash: 16 digits. */
const FORM = /^([0-9a-f]{20})_[0-9a-f]{16}$/

/** The id of a reader of a mailing, by the address or number: each is in a mailing once. */
export function readerId(mailing: string, to: string): string {
  const bytes = digest(new TextEncoder().encode(to)).subarray(0, 8)
  return `${mailing}_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** The mailing of a reader; null where that is no reader's id. */
export function mailingOf(reader: string): string | null {
  const [, mailing = ''] = FORM.exec(reader) ?? []
  return isId(mailing) ? mailing : null
}
