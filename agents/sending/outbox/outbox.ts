import { join } from 'node:path'
import { rawOf } from '../letters/raw.ts'
import type { Post } from '../letters/smtp.ts'
import { later, type Outcome } from '../outcome.ts'
import type { Gate, Sms } from '../sms/gate.ts'
import { keep } from './keep.ts'

/** Where what has no way out is kept, below the data folder. */
export const OUTBOX = 'outbox'

/** Where letters go of a company that has named no mail server: into a file each (.eml), which mail programs open. */
export function letterBox(data: string): Post {
  return {
    send: (letter) => keptAs(data, `${nameOf(letter.messageId)}.eml`, () => rawOf(letter)),
    close: () => undefined,
  }
}

/** The same of SMS, where it has named no gateway: the number and the text. */
export function smsBox(data: string): Gate {
  return {
    send: (sms) => keptAs(data, `${nameOf(sms.id)}.sms.txt`, () => written(sms)),
    close: () => undefined,
  }
}

async function keptAs(data: string, name: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<Outcome> {
  const file = join(OUTBOX, name)
  try {
    await keep(join(data, OUTBOX), name, await make())
    return { is: 'sent', outer: file, why: { code: 'keptHere', params: { file } } }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return later('server', 'notKept', error.message)
  }
}

function written({ to, text }: Sms): Uint8Array {
  return Buffer.from(`${to}\n\n${text}\n`)
}

/** Ids and Message-IDs name files; whatever else might stand in them leads nowhere. */
function nameOf(id: string): string {
  return id.replace(/[^\w.@-]/g, '_')
}
