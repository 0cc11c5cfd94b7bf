import Mustache from 'mustache'
import type { HttpSms } from '../../../../shared/messages/sending.ts'
import { declined, later, type Outcome, sent } from '../../outcome.ts'
import type { Gate, Sms } from '../gate.ts'
import { ask, type Question } from './ask.ts'
import { byStatus } from './status.ts'
import { isGood } from './success.ts'

/**
 * Any gateway that takes a request: its settings say how it is asked, and what a good answer contains. Texts that are no
 * templates, and an address or headers that are none, are a matter of the settings: the SMS waits for better ones.
 */
export function anyGate(settings: HttpSms<string>, patience: number): Gate {
  return {
    async send(sms) {
      try {
        return outcomeOf(settings, sms, byStatus(await ask(questionOf(settings, sms), patience)))
      } catch (error) {
        if (!(error instanceof Error)) throw error
        return later('server', 'triesAgain', error.message)
      }
    },
    close: () => undefined,
  }
}

function outcomeOf({ success }: HttpSms<string>, sms: Sms, said: Outcome | string): Outcome {
  if (typeof said !== 'string') return said
  return isGood(said, success) ? sent(sms.id, said) : declined(said)
}

function questionOf(settings: HttpSms<string>, { id, to, text }: Sms): Question {
  const view = { id, to, digits: to.replace(/\D/g, ''), text, sender: settings.sender, secret: settings.secret }
  const fill = (template: string, as: (value: string) => string) =>
    Mustache.render(template, view, {}, { escape: (value: unknown) => as(String(value)) })
  return {
    url: new URL(fill(settings.url, encodeURIComponent)),
    method: settings.method,
    headers: Object.fromEntries(settings.headers.map(({ name, value }) => [name, fill(value, String)])),
    body: fill(settings.body, escapeFor(settings)),
  }
}

/** How a value stands in the body: as its declared type has it. */
function escapeFor({ headers }: HttpSms<string>): (value: string) => string {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? ''
  if (type.includes('json')) return (value) => JSON.stringify(value).slice(1, -1)
  if (type.includes('x-www-form-urlencoded')) return encodeURIComponent
  if (type.includes('xml')) return Mustache.escape
  return String
}
