import type { CollectionName } from '../../../../shared/collections.ts'
import { organisations } from '../../../../shared/company/collections.ts'
import { leadsOut, readerText } from '../../../../shared/mailings/text/reader-text.ts'
import { writeBody } from '../../../../shared/messages/body/body.ts'
import { messageTemplates } from '../../../../shared/messages/collections.ts'
import { problemsOf } from '../../../../shared/messages/filling/problems.ts'
import type { Directory } from '../directory.ts'
import type { MailingTextAnswer, MailingTextQuery } from './query.ts'

/** Of what a reader’s words are made. */
export const TOLD_FROM: readonly CollectionName[] = [
  'messageTemplates',
  'customers',
  'people',
  'organisations',
  'company',
  'customFields',
]

/** Where the link to unsubscribe leads while a letter is but looked at. */
const NOWHERE = 'https://unsubscribe.invalid/'

/** What a reader of a mailing would be told now. */
export function readerWords(directory: Directory, query: MailingTextQuery): MailingTextAnswer {
  const template = directory.typed(messageTemplates, query.template)
  if (!template || template.gone) return { what: 'mailingText', told: null }
  const way = template.way ?? 'letter'
  const organisation = [...directory.all(organisations)].find(({ gone }) => !gone)?.id ?? null
  const find: Parameters<typeof readerText>[0]['find'] = (collection, id) => directory.typed(collection, id)
  const { subject, body } = readerText({ template, reader: query, organisation, find, unsubscribe: NOWHERE })
  const problems = problemsOf(template, 'mailing')
  return {
    what: 'mailingText',
    told: { way, subject, body: writeBody(body), problems, leadsOut: leadsOut(template) },
  }
}
