/** A message of Asterisk's manager interface: `Key: value` lines up to an empty one. Keys are kept in small letters. */
export type AmiMessage = ReadonlyMap<string, string>

/** No message is longer; what is sends something else. */
const MOST = 1_000_000

/** Takes the messages out of what comes in pieces, wherever it is cut. Failures: an Error for what can be no message. */
export class AmiReader {
  #rest = ''

  take(piece: string): readonly AmiMessage[] {
    const parts = (this.#rest + piece).split(/\r?\n\r?\n/)
    this.#rest = parts.pop() ?? ''
    if (this.#rest.length > MOST) throw new Error('the message has no end')
    return parts.map(readMessage)
  }
}

/** The banner, a line without a key, is passed over. */
function readMessage(text: string): AmiMessage {
  const lines = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf(':')
    return at < 1 ? [] : [[line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]]
  })
  return new Map(lines)
}

/** An action as Asterisk takes it. A value with a line's end in it would be another line: it is left out. */
export function writeAction(action: { readonly [key: string]: string }): string {
  const lines = Object.entries(action).map(([key, value]) => `${key}: ${value.replaceAll(/[\r\n]/g, ' ')}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}
