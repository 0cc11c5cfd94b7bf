import { createRememberedText } from '../ui/look/remembered.ts'

/** As many are remembered: those that were told longer ago are due no more. */
const MOST = 300

/** Which rings were told by a notice on this device: a start tells none of them once more. */
export function createRung(user: string) {
  const [text, setText] = createRememberedText(`rung.${user}`)
  return {
    has: (key: string) => (text() ?? '').split(' ').includes(key),
    add: (key: string) => setText([...(text() ?? '').split(' '), key].slice(-MOST).join(' ')),
  }
}
