import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { audienceOf } from '../../../../shared/mailings/audience/audience.ts'
import { whyNotTo } from '../../../../shared/mailings/audience/suppression.ts'
import { mailingConsents } from '../../../../shared/mailings/collections.ts'
import { consentId } from '../../../../shared/mailings/consent-id.ts'
import type { WhyCode } from '../../../../shared/rules/why.ts'
import type { Directory } from '../directory.ts'
import type { Segments } from '../segments/segments.ts'
import type { MailingAudienceAnswer, MailingAudienceQuery } from './query.ts'

/** Whom a mailing to a segment would go to now, and who would be left out. */
export function audience(directory: Directory, segments: Segments, query: MailingAudienceQuery): MailingAudienceAnswer {
  const { segment, way, wantsConsent } = query
  const country = directory.typed(company, COMPANY)?.country ?? null
  const { members, problems } = segments.everybodyIn(segment)
  const known = members.flatMap(({ id, because }) => {
    const customer = directory.typed(customers, id)
    return customer ? [{ customer, because }] : []
  })
  const found = audienceOf(known, way, country)
  const left = new Map<WhyCode, number>()
  for (const { customer, to } of found.readers) {
    const consent = directory.typed(mailingConsents, consentId(way, to))
    const now = { customer: directory.typed(customers, customer), consent }
    const why = whyNotTo({ way, to, wantsConsent, country }, now)
    if (why) left.set(why.code, (left.get(why.code) ?? 0) + 1)
  }
  return { what: 'mailingAudience', ...found, left: [...left].map(([code, count]) => ({ code, count })), problems }
}
