import smpp, { type Fields, type Pdu } from 'smpp'
import { smsParts } from '../../../../shared/messages/sms/parts.ts'
import { declined, later, type Outcome, sent } from '../../outcome.ts'
import type { Sms } from '../gate.ts'

/** Data codings: the gateway's own, which is that of GSM, and UCS-2. */
const GSM = 0
const UCS2 = 8
/** Sorts of addresses: as the network knows it (short numbers), international, a name. */
const [NETWORK, INTERNATIONAL, NAME] = [3, 1, 5]
const ISDN = 1
const SHORT_NUMBER = 6

const NOT_NOW = ['ESME_RTHROTTLED', 'ESME_RMSGQFUL', 'ESME_RSYSERR', 'ESME_RINVBNDSTS']

/** What is submitted for an SMS. What fits into no single one goes as a whole, and the gateway cuts it: so it goes whole or not. */
export function submitted(sender: string, { to, text }: Sms): Fields {
  const { encoding, parts } = smsParts(text)
  return {
    ...(sender !== '' && sourceOf(sender)),
    dest_addr_ton: INTERNATIONAL,
    dest_addr_npi: ISDN,
    destination_addr: to.replace(/\D/g, ''),
    data_coding: encoding === 'gsm7' ? GSM : UCS2,
    ...(parts.length === 1 ? { short_message: text } : { message_payload: text }),
  }
}

/** What the answer to it means. */
export function outcomeOf({ command_status: status, message_id: id = '' }: Pdu): Outcome {
  if (status === 0) return sent(id, id)
  const name = statusName(status)
  return NOT_NOW.includes(name) ? later('server', 'triesAgain', name) : declined(name)
}

export function statusName(status: number): string {
  const [name] = Object.entries(smpp.errors).find(([, value]) => value === status) ?? []
  return name ?? `0x${status.toString(16)}`
}

function sourceOf(sender: string): Fields {
  const digits = sender.replace(/[\s()+-]/g, '')
  if (!/^\d+$/.test(digits)) return { source_addr_ton: NAME, source_addr_npi: 0, source_addr: sender }
  const ton = digits.length > SHORT_NUMBER ? INTERNATIONAL : NETWORK
  return { source_addr_ton: ton, source_addr_npi: ISDN, source_addr: digits }
}
