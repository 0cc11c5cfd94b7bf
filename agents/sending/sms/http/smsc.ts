import * as v from 'valibot'
import type { Smsc } from '../../../../shared/messages/sending.ts'
import { parseJson } from '../../../../shared/records/declarations/value.ts'
import { declined, doubtful, later, type Outcome, sent } from '../../outcome.ts'
import type { Gate } from '../gate.ts'
import { ask } from './ask.ts'
import { formOf } from './form.ts'
import { byStatus } from './status.ts'

const ADDRESS = 'https://smsc.ru/sys/send.php'

/** Answers as JSON. */
const FORMAT = '3'
const SIGN_IN = 2
/** No money; this address is held off for now. */
const SERVER = [3, 4]
/** The same once more within a minute. */
const MESSAGE = 9

const taken = v.object({ id: v.union([v.number(), v.string()]), cnt: v.number() })
const refusal = v.object({ error: v.string(), error_code: v.number() })

/** The gateway smsc.ru (its API of HTTP with JSON). */
export function smscGate({ login, password, sender }: Smsc<string>, patience: number, address = ADDRESS): Gate {
  return {
    async send({ to, text }) {
      const fields = { login, psw: password, phones: to, mes: text, sender, charset: 'utf-8', fmt: FORMAT }
      const said = byStatus(await ask(formOf(address, fields), patience))
      return typeof said === 'string' ? outcomeOf(said) : said
    },
    close: () => undefined,
  }
}

function outcomeOf(said: string): Outcome {
  const json = parseJson(said)
  if (v.is(refusal, json)) return refused(json.error_code, json.error)
  return v.is(taken, json) ? sent(String(json.id), String(json.id)) : doubtful()
}

function refused(code: number, text: string): Outcome {
  const said = `${code} ${text}`
  if (code === SIGN_IN) return later('server', 'signInRefused', said)
  if (SERVER.includes(code)) return later('server', 'triesAgain', said)
  return code === MESSAGE ? later('message', 'triesAgain', said) : declined(said)
}
