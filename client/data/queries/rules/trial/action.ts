import { messageTemplates, WAYS } from '../../../../../shared/messages/collections.ts'
import { fillLine, fillText } from '../../../../../shared/messages/filling/fill-text.ts'
import { makeMessage } from '../../../../../shared/messages/filling/make-message.ts'
import type { WouldDo, WouldRun } from '../../../../../shared/rules/dry-run.ts'
import type { Look } from '../../../../../shared/rules/look.ts'
import type { TrialAction } from './query.ts'

/** What an action would have done, with its text as it would have read. */
export function actionOf({ action, due, addressed }: WouldDo, would: WouldRun, look: Look): TrialAction {
  const common = { id: action.id, does: action.does, due, to: null, who: null, why: null, subject: null, text: null }
  const way = WAYS.find((one) => one === action.does)
  const around = { order: would.order, find: look.find, move: would.occasion.move }
  if (!way) return { ...common, ...wordsOf(action, around) }
  if (!addressed) return common
  if ('why' in addressed) return { ...common, why: addressed.why }
  const { to, who, contact } = addressed
  const template = action.template === null ? null : look.find(messageTemplates, action.template)
  const made = makeMessage({ way, template, to, contact, around })
  if ('why' in made) return { ...common, to, who, why: made.why }
  const { subject = null, body = null } = made.values
  return { ...common, to, who, subject, text: body }
}

type Around = Parameters<typeof fillText>[2]

/** What an event, a job, a record of the calendar or a reminder would have said. */
function wordsOf({ subject, text }: WouldDo['action'], around: Around): Pick<TrialAction, 'subject' | 'text'> {
  const sort = around.order.sort ?? 'customer'
  return {
    subject: subject === null ? null : fillLine(subject, sort, around),
    text: text === null ? null : fillText(text, sort, around),
  }
}
