import { type Accessor, createResource } from 'solid-js'
import type { Mailing } from '../../../../shared/mailings/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import type { MailingAudienceAnswer } from '../../../data/queries/mailings/query.ts'

/** Whom a mailing would go to, counted when its segment, way or wish for consent changes, and when it is asked again. */
export function createAudience(mailing: Accessor<Mailing>) {
  const data = useData()
  const asked = () => {
    const { segment, way, wantsConsent } = mailing()
    return segment === null ? null : ({ segment, way: way ?? 'letter', wantsConsent: wantsConsent ?? false } as const)
  }
  const key = () => {
    const now = asked()
    return now === null ? null : JSON.stringify(now)
  }
  const [answer, { refetch }] = createResource(key, async (text): Promise<MailingAudienceAnswer> => {
    const query = JSON.parse(text) as NonNullable<ReturnType<typeof asked>>
    return await data.once({ what: 'mailingAudience', ...query })
  })
  return { answer: () => (key() === null ? undefined : answer.latest), again: () => void refetch(), ask: asked }
}
