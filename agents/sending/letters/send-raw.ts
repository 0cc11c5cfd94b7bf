import { createTransport } from 'nodemailer'
import type { Mail } from '../../../shared/messages/sending.ts'
import { type Outcome, sent } from '../outcome.ts'
import { optionsOf, PATIENCE } from './smtp.ts'
import { outcomeOfFault } from './smtp-fault.ts'

/** Sends a letter as it is to a reader that it need not name. `messageId`: without brackets. */
export async function sendRaw(
  server: Mail<string>,
  { to, raw, messageId }: { readonly to: string; readonly raw: Uint8Array; readonly messageId: string },
): Promise<Outcome> {
  const transport = createTransport({ ...optionsOf(server, PATIENCE), pool: false })
  try {
    const envelope = { from: server.fromAddress, to: [to] }
    const { response } = await transport.sendMail({ envelope, raw: Buffer.from(raw) })
    return sent(messageId, response)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return outcomeOfFault(error)
  } finally {
    transport.close()
  }
}
