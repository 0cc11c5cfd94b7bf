import type { Patch } from '../../records/declarations/collection.ts'
import { type WhyCode, type WhyParams, whyOf, whyRefused } from '../../rules/why.ts'
import { writeBody } from '../body/body.ts'
import { smsOf } from '../body/plain.ts'
import { readBody } from '../body/read-body.ts'
import type { MessageTemplate, messages, Way } from '../collections.ts'
import { LONGEST_SUBJECT, MOST_PARTS } from '../limits.ts'
import { type Around, customerOf } from '../parameters/around.ts'
import { smsParts } from '../sms/parts.ts'
import { fillBody } from './fill-body.ts'
import { fillLine } from './fill-text.ts'
import { problemsOf } from './problems.ts'

/** Whom it goes to: address or number, and the contact's entry, if it is one. */
export interface Recipient {
  readonly to: string
  readonly contact: string | null
}

/** A message that is to be made of a template. `template` null: it is not here. */
export interface MessageRequest extends Recipient {
  readonly way: Way
  readonly template: MessageTemplate | null
  readonly around: Around
}

export type MessageValues = Patch<(typeof messages)['fields']>

/** The values of a message that waits, without when it is due; or why there is none, in the form of rules/why.ts. */
export type Made = { readonly values: MessageValues } | { readonly why: string }

/** Fills a message from a template around an order (SPEC TX10). */
export function makeMessage({ way, template, to, contact, around }: MessageRequest): Made {
  if (template === null || template.gone) return not('templateMissing')
  const { name, papers, sort } = template
  const { order } = around
  if (template.way !== way || sort === null || sort !== order.sort)
    return not('templateOfOther', { template: name ?? '' })
  const unknown = problemsOf(template, sort).find((problem) => problem.is === 'unknown')
  if (unknown) return not('parameterGone', { parameter: unknown.parameter })
  const body = fillBody(readBody(template.body), sort, around)
  if (smsOf(body) === '') return not('nothingToSay')
  const parts = way === 'sms' ? smsParts(smsOf(body)).parts.length : 0
  if (parts > MOST_PARTS) return { why: whyRefused({ code: 'sms-long', params: { parts, most: MOST_PARTS } }) }
  const subject = way === 'sms' ? null : fillLine(template.subject ?? '', sort, around).slice(0, LONGEST_SUBJECT)
  const about = { order: order.id, customer: customerOf(around)?.id ?? order.customer, contact, template: template.id }
  return { values: { way, state: 'waiting', to, subject, body: writeBody(body), papers, ...about } }
}

function not(code: WhyCode, params: WhyParams = {}): Made {
  return { why: whyOf(code, params) }
}
