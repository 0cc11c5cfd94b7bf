import type { Mailing, MailingRecipient } from '../../../shared/mailings/collections.ts'
import { messageTemplates } from '../../../shared/messages/collections.ts'
import { waysOfCompany } from '../../../shared/messages/parameters/around.ts'
import type { Why } from '../../../shared/rules/why.ts'
import { failed, type Ready } from '../../sending/outcome.ts'
import { bulkLetter, bulkSms, type ReadersDoor, type Telling } from '../letters/bulk-letter.ts'
import type { Lines } from '../letters/lines.ts'

/** What a reader is told with. */
export interface ReadyGround extends Pick<Telling, 'find' | 'replica'> {
  readonly lines: Pick<Lines, 'letters' | 'sms'>
  readonly door: () => Promise<(ReadersDoor & { readonly isPublic: boolean }) | null>
}

type ForWhom = Pick<MailingRecipient, 'id' | 'customer' | 'contact' | 'to' | 'asked'>

/** Makes all that a reader’s letter or SMS needs before it goes; or why no reader of the mailing is told now. */
export async function ready(ground: ReadyGround, mailing: Mailing, reader: ForWhom): Promise<Ready | Why> {
  const template = mailing.template === null ? null : ground.find(messageTemplates, mailing.template)
  if (!template || template.gone) return { code: 'templateMissing', params: {} }
  if (template.way !== mailing.way || template.sort !== 'mailing')
    return { code: 'templateOfOther', params: { template: template.name ?? '' } }
  const { find, replica } = ground
  const telling: Telling = { mailing, template, reader, find, replica }
  const door = await ground.door()
  if (mailing.way === 'sms') return await readySms(ground, telling, door?.isPublic ? door : null)
  // Its one click would lead nowhere.
  if (!door?.isPublic) return { code: 'noDoor', params: {} }
  const line = await ground.lines.letters(mailing.account)
  if (line === null) return { code: 'accountGone', params: {} }
  const letter = bulkLetter(telling, door, line)
  return () => line.post.send(letter)
}

async function readySms(ground: ReadyGround, telling: Telling, door: ReadersDoor | null): Promise<Ready> {
  const { id, to, asked } = telling.reader
  const text = bulkSms(telling, door)
  if (text === '') return async () => failed('nothingToSay', {})
  const gate = await ground.lines.sms()
  return () => gate.send({ id: `${id}.${asked ?? 0}`, to: to ?? '', text })
}

/** Of numbers without a country’s code. */
export function countryOf({ find }: Pick<ReadyGround, 'find'>): string | null {
  return waysOfCompany(find).country
}
