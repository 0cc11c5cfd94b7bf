import type { Smpp } from '../../../../shared/messages/sending.ts'
import type { Gate } from '../gate.ts'
import { Line, openLine, type Patience } from './line.ts'

const PATIENCE: Patience = { answer: 30_000, pulse: 30_000 }

/** A gateway of SMPP 3.4: one line, opened when there is something to send, and anew after it broke. */
export function smppGate(settings: Smpp<string>, patience = PATIENCE): Gate {
  let current: ReturnType<typeof openLine> | null = null
  const open = async () => {
    const opened = await openLine(settings, patience)
    if (!(opened instanceof Line)) current = null
    else
      opened.ended.then(() => {
        current = null
      })
    return opened
  }
  return {
    async send(sms) {
      current ??= open()
      const line = await current
      return line instanceof Line ? line.submit(sms) : line
    },
    async close() {
      const line = await current
      if (line instanceof Line) line.close()
    },
  }
}
