import type { Reader } from '../../../../shared/mailings/audience/audience.ts'
import type { Way } from '../../../../shared/messages/collections.ts'
import type { Problem } from '../../../../shared/messages/filling/problems.ts'
import type { WhyCode } from '../../../../shared/rules/why.ts'
import type { SegmentProblem } from '../../../../shared/segments/criteria/problems.ts'
import type { Because } from '../../../../shared/segments/members/criteria-test.ts'

/** Whom a mailing would go to as things stand; answered when it is asked, and not kept. */
export interface MailingAudienceQuery {
  readonly what: 'mailingAudience'
  readonly segment: string
  readonly way: Way
  readonly wantsConsent: boolean
}

export interface MailingAudienceAnswer {
  readonly what: 'mailingAudience'
  /** Those too who would be left out in the last moment. */
  readonly readers: readonly Reader<readonly Because[]>[]
  /** Customers without an address or number; whose address another has already. */
  readonly without: number
  readonly doubled: number
  /** Why how many of the readers would be left out. */
  readonly left: readonly { readonly code: WhyCode; readonly count: number }[]
  readonly problems: readonly SegmentProblem[]
}

/** What a reader would be told, kept. */
export interface MailingTextQuery {
  readonly what: 'mailingText'
  readonly template: string
  readonly customer: string
  readonly contact: string | null
}

export interface MailingTextAnswer {
  readonly what: 'mailingText'
  /** Null: the template is not here. */
  readonly told: {
    readonly way: Way
    readonly subject: string
    /** In the form of shared/messages/body. */
    readonly body: string
    readonly problems: readonly Problem[]
    /** Whether the template itself has a link to unsubscribe. */
    readonly leadsOut: boolean
  } | null
}

/** Orders that readers of a mailing made within so many days behind it, kept. */
export interface MailingOrdersQuery {
  readonly what: 'mailingOrders'
  readonly mailing: string
  readonly days: number
}

export interface OrderBehind {
  readonly id: string
  readonly sort: string
  readonly name: string
  readonly customerName: string | null
  /** Ms since 1970. */
  readonly date: number
  /** In the company’s currency; null: its rate is not known. */
  readonly total: number | null
}

export interface MailingOrdersAnswer {
  readonly what: 'mailingOrders'
  readonly count: number
  readonly total: number
  /** The newest of them. */
  readonly newest: readonly OrderBehind[]
}
