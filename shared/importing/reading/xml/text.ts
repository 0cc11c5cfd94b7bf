import { type Decoded, decodeText } from '../bytes/decode.ts'
import { ENCODINGS } from '../bytes/encodings.ts'
import type { FileProblem } from '../problem.ts'

/** Where a declaration stands, if there is one. */
const HEAD = 200

/** The text of a file of XML: in the encoding that it declares, else in the one that its bytes look like. */
export function xmlText(bytes: Uint8Array): Decoded | FileProblem {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD))
  const [, declared] = /^<\?xml[^>]*?encoding=["']([\w-]+)["']/.exec(head) ?? []
  return decodeText(
    bytes,
    ENCODINGS.find((one) => one === declared?.toLowerCase()),
  )
}
