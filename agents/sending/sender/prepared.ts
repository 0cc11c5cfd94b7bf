import { organisations } from '../../../shared/company/collections.ts'
import { readAddress } from '../../../shared/messages/acts/address.ts'
import { smsOf } from '../../../shared/messages/body/plain.ts'
import { readBody } from '../../../shared/messages/body/read-body.ts'
import type { Message } from '../../../shared/messages/collections.ts'
import type { MailRefusal } from '../../../shared/messages/own-mail.ts'
import { type Find, waysOfCompany } from '../../../shared/messages/parameters/around.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { putFile } from '../../runtime/server/put-file.ts'
import type { CurrentAccounts } from '../accounts/current-accounts.ts'
import { letterReady } from '../names/letter-ready.ts'
import { failed, type Outcome, type Ready } from '../outcome.ts'
import { enclosuresOf } from '../papers/enclosures.ts'
import { fetchFile } from '../papers/fetch-file.ts'
import type { Ways } from '../ways/ways.ts'
import type { Ground } from './ground.ts'

interface Preparing extends Pick<Ground, 'replica' | 'find'> {
  readonly accounts: CurrentAccounts
  readonly tellRefusal: (refusal: MailRefusal) => Promise<void>
}

/** Makes all that a message needs before it goes; or says why it does not, or not yet. */
export async function prepared(message: Message, ways: Ways, ground: Preparing): Promise<Ready | Outcome> {
  return message.way === 'sms' ? preparedSms(message, ways, ground.find) : await preparedLetter(message, ways, ground)
}

/** An SMS, by what takes it. */
export function preparedSms(
  { id, asked, to, body }: Message,
  { gate }: Pick<Ways, 'gate'>,
  find: Find,
): Ready | Outcome {
  const number = readAddress('sms', to ?? '', waysOfCompany(find).country)
  const text = smsOf(readBody(body))
  if (number === null) return failed('addressWrong', { address: to ?? '' })
  if (text === '') return failed('nothingToSay', {})
  return () => gate.send({ id: `${id}.${asked ?? 0}`, to: number, text })
}

async function preparedLetter(message: Message, ways: Ways, ground: Preparing): Promise<Ready | Outcome> {
  const { replica, find, accounts, tellRefusal } = ground
  const account = message.account === null ? null : await accounts.of(message.account)
  if (message.account !== null && account === null) return failed('accountGone', {})
  const order = message.order === null ? null : find(orders, message.order)
  const all = [...replica.rows(organisations)]
  const enclosures = await enclosuresOf(message, {
    order: order && { order, find, organisations: all },
    find,
    fetch: (file) => fetchFile(replica.pass, file),
  })
  if ('is' in enclosures) return enclosures
  const keepRaw = async (raw: Uint8Array<ArrayBuffer>) => (await putFile(replica.pass, raw)).hash
  const made = { message, order, enclosures, organisations: all }
  return await letterReady({ ...made, ways, account, accounts, find, tellRefusal, keepRaw })
}
