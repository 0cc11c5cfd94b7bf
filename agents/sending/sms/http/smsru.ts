import * as v from 'valibot'
import type { SmsRu } from '../../../../shared/messages/sending.ts'
import { parseJson } from '../../../../shared/records/declarations/value.ts'
import { declined, doubtful, later, type Outcome, sent } from '../../outcome.ts'
import type { Gate } from '../gate.ts'
import { ask } from './ask.ts'
import { formOf } from './form.ts'
import { byStatus } from './status.ts'

const ADDRESS = 'https://sms.ru/sms/send'

/** Codes of the account, not of the SMS: the key, the token. */
const SIGN_IN = [200, 300, 301, 302]
/** No money, a limit of the day, their fault. */
const SERVER = [201, 206, 220, 500]
/** Too many to this number for now. */
const MESSAGE = [230, 231, 232]
const GOOD = 100

const part = { status_code: v.number(), status_text: v.optional(v.string(), '') }
const answer = v.object({
  ...part,
  sms: v.optional(v.record(v.string(), v.object({ ...part, sms_id: v.optional(v.string(), '') })), {}),
})

/** The gateway sms.ru (its API of HTTP with JSON). */
export function smsRuGate({ secret, sender }: SmsRu<string>, patience: number, address = ADDRESS): Gate {
  return {
    async send({ to, text }) {
      const said = byStatus(
        await ask(
          formOf(address, { api_id: secret, to: to.replace(/\D/g, ''), msg: text, from: sender, json: '1' }),
          patience,
        ),
      )
      return typeof said === 'string' ? outcomeOf(said) : said
    },
    close: () => undefined,
  }
}

function outcomeOf(said: string): Outcome {
  const { success, output } = v.safeParse(answer, parseJson(said))
  if (!success) return doubtful()
  const [one] = Object.values(output.sms)
  if (output.status_code !== GOOD) return refused(output.status_code, output.status_text)
  if (!one) return doubtful()
  return one.status_code === GOOD ? sent(one.sms_id, one.sms_id) : refused(one.status_code, one.status_text)
}

function refused(code: number, text: string): Outcome {
  const said = `${code} ${text}`
  if (SIGN_IN.includes(code)) return later('server', 'signInRefused', said)
  if (SERVER.includes(code)) return later('server', 'triesAgain', said)
  return MESSAGE.includes(code) ? later('message', 'triesAgain', said) : declined(said)
}
