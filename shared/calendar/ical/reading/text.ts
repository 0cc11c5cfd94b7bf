import { Failure } from '../../../errors.ts'
import { decodeText } from '../../../importing/reading/bytes/decode.ts'

const [CR, LF, SPACE, TAB] = [13, 10, 32, 9]

/**
 * The text of a calendar file: UTF-8 as the rules have it, or what programs write all the same (UTF-16, the old encodings
 * of Russian). Some fold lines in the middle of a letter: the bytes are joined before they are read then. Failure
 * `ical-none` for what is no text.
 */
export function calendarText(bytes: Uint8Array): string {
  const plain = decoded(bytes)
  return plain.problems.length === 0 ? plain.text : decoded(unfolded(bytes)).text
}

function decoded(bytes: Uint8Array) {
  const read = decodeText(bytes)
  if ('code' in read) throw new Failure('ical-none')
  return read
}

/** Without the breaks behind which a line goes on. */
function unfolded(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const end = bytes[at] === CR && bytes[at + 1] === LF ? at + 1 : at
    const isFold = bytes[end] === LF && (bytes[end + 1] === SPACE || bytes[end + 1] === TAB)
    if (isFold) at = end + 1
    else kept[length++] = bytes[at] ?? 0
  }
  return kept.subarray(0, length)
}
