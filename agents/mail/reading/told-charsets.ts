/** A charset that says nothing: it is guessed (charset.ts). */
const NONE = 'unknown-8bit'
/** Where a text tells its charset as one that all programs take for known. */
const TOLD = /(\bcharset\s*=\s*"?)(?:us-ascii|ascii|utf-?8)\b/gi
/** The type of a text, with its parameters on the lines behind it. */
const TEXT = /^content-type:[ \t]*text\/(?:plain|html)[^\n]*(?:\n[ \t][^\n]*)*/gim

/**
 * A letter whose texts say of no charset that it is ASCII or UTF-8, nor nothing: all of them are guessed. Only for its texts: of
 * letters inside of it the bytes are others than they were.
 */
export function withCharsets(raw: Buffer): Buffer {
  const text = raw.toString('latin1').replace(TEXT, (type) => {
    const line = type.replace(/\r$/, '')
    const end = type.slice(line.length)
    return /\bcharset\b/i.test(line)
      ? `${line.replace(TOLD, `$1${NONE}`)}${end}`
      : `${line.replace(/;\s*$/, '')}; charset=${NONE}${end}`
  })
  // A letter without any headers of type is one text.
  const isBare = !/^content-type:/im.test(text.split(/\r?\n\r?\n/, 1)[0] ?? '')
  return Buffer.from(isBare ? `Content-Type: text/plain; charset=${NONE}\r\n${text}` : text, 'latin1')
}
