import { createRememberedText } from '../../ui/look/remembered.ts'

/** As many are remembered: those that were told longer ago are due no more. */
const MOST = 300

/** What was told by a notice on this device: a start tells none of it once more. `what` is told to `user`. */
export function createTold(what: string, user: string) {
  const [text, setText] = createRememberedText(`${what}.${user}`)
  return {
    has: (key: string) => (text() ?? '').split(' ').includes(key),
    add: (key: string) => setText([...(text() ?? '').split(' '), key].slice(-MOST).join(' ')),
  }
}
