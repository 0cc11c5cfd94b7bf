import type { CollectionName } from '../../../shared/collections.ts'
import type { FilterNode } from '../../../shared/filters/filter.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import type { ClaimsAnswer, ClaimsQuery } from './bank/query.ts'
import type { BoardAnswer, BoardQuery } from './board/query.ts'
import type { CalendarAnswer, CalendarQuery } from './calendar/query.ts'
import type { MissedCallsAnswer, MissedCallsQuery } from './calls/query.ts'
import type {
  CallWindowsAnswer,
  CallWindowsQuery,
  UnknownCallsAnswer,
  UnknownCallsQuery,
} from './calls/windows/query.ts'
import type { CustomerAnswer, CustomerQuery, DuplicatesAnswer, DuplicatesQuery } from './customers/query.ts'
import type {
  DraftsAnswer,
  DraftsQuery,
  PresenceAnswer,
  PresenceQuery,
  StatusAnswer,
  StatusQuery,
} from './device/query.ts'
import type { DiscussionAnswer, DiscussionQuery } from './discussion/query.ts'
import type { FilesAnswer, FilesQuery } from './files/query.ts'
import type { FindAnswer, FindQuery } from './finding/query.ts'
import type { FunnelAnswer, FunnelQuery } from './funnel/query.ts'
import type { PricingAnswer, PricingQuery } from './goods/query.ts'
import type { LoadAnswer, LoadQuery, TimersAnswer, TimersQuery } from './jobs/query.ts'
import type { IdsAnswer, IdsQuery, ListAnswer, ListQuery } from './lists/query.ts'
import type {
  MailBoxesAnswer,
  MailBoxesQuery,
  MailThreadAnswer,
  MailThreadQuery,
  MailThreadsAnswer,
  MailThreadsQuery,
} from './mail/query.ts'
import type {
  MailingAudienceAnswer,
  MailingAudienceQuery,
  MailingOrdersAnswer,
  MailingOrdersQuery,
  MailingTextAnswer,
  MailingTextQuery,
} from './mailings/query.ts'
import type { FilledAnswer, FilledQuery, ReadersAnswer, ReadersQuery } from './messages/query.ts'
import type { NoticesAnswer, NoticesQuery, UnreadAnswer, UnreadQuery } from './notices/query.ts'
import type { PlanFactAnswer, PlanFactBehindAnswer, PlanFactBehindQuery, PlanFactQuery } from './plans/fact/query.ts'
import type { PlanAnswer, PlanApartAnswer, PlanApartQuery, PlanQuery } from './plans/query.ts'
import type { HistoryAnswer, HistoryQuery, RecordAnswer, RecordQuery } from './record/query.ts'
import type { RelatedAnswer, RelatedQuery } from './related/query.ts'
import type { ReportAnswer, ReportQuery } from './reports/query.ts'
import type { RingsAnswer, RingsQuery } from './rings/query.ts'
import type { RunsAnswer, RunsQuery } from './rules/query.ts'
import type { TrialAnswer, TrialQuery } from './rules/trial/query.ts'
import type {
  CriteriaAnswer,
  CriteriaQuery,
  SegmentCountsAnswer,
  SegmentCountsQuery,
  SegmentMembersAnswer,
  SegmentMembersQuery,
  SegmentPartAnswer,
  SegmentPartQuery,
  SegmentsOfAnswer,
  SegmentsOfQuery,
  SegmentTrialAnswer,
  SegmentTrialQuery,
} from './segments/query.ts'
import type { TagsAnswer, TagsQuery } from './tags/query.ts'
import type { TimelineAnswer, TimelineQuery } from './timeline/query.ts'
import type { TrashAnswer, TrashQuery } from './trash/query.ts'
import type { UsesAnswer, UsesQuery } from './uses/query.ts'

/** One condition of a filter, or a group of them; all of a filter's must hold. */
export type Condition = FilterNode

export type { SortBy } from '../../../shared/lists/view.ts'
export type { CutOff, DraftsQuery, PresenceQuery, StatusAnswer, StatusQuery } from './device/query.ts'
export type { FunnelAnswer, FunnelQuery } from './funnel/query.ts'
export type { Cell, Item } from './item.ts'
export {
  type ClosedGroups,
  type GroupHead,
  HEAD,
  isHead,
  LACKING,
  type ListAnswer,
  type ListQuery,
  type ListRow,
  type Totals,
} from './lists/query.ts'
export type { HistoryAnswer, HistoryQuery, KnownWrite, RecordAnswer, RecordQuery } from './record/query.ts'
export type { Removed, TrashAnswer, TrashQuery } from './trash/query.ts'

/** All records of a small collection, for choosing among them; removed ones too, marked, so that names are found. */
export interface AllQuery {
  readonly what: 'all'
  readonly collection: CollectionName
  /** Of a large one a part, by place: `to` is the first that is not wanted. */
  readonly part?: { readonly from: number; readonly to: number }
}

export interface AllAnswer {
  readonly what: 'all'
  readonly rows: readonly JsonObject[]
  /** In all. */
  readonly count: number
}

export type Query =
  | ListQuery
  | IdsQuery
  | BoardQuery
  | AllQuery
  | RecordQuery
  | CustomerQuery
  | DuplicatesQuery
  | ClaimsQuery
  | PricingQuery
  | TimelineQuery
  | RelatedQuery
  | UsesQuery
  | CalendarQuery
  | TagsQuery
  | FilesQuery
  | FilledQuery
  | ReadersQuery
  | RingsQuery
  | CallWindowsQuery
  | UnknownCallsQuery
  | TimersQuery
  | RunsQuery
  | TrialQuery
  | LoadQuery
  | DiscussionQuery
  | NoticesQuery
  | UnreadQuery
  | HistoryQuery
  | TrashQuery
  | DraftsQuery
  | StatusQuery
  | PresenceQuery
  | FunnelQuery
  | ReportQuery
  | PlanQuery
  | PlanApartQuery
  | PlanFactQuery
  | PlanFactBehindQuery
  | FindQuery
  | MailBoxesQuery
  | MailThreadsQuery
  | MailThreadQuery
  | MissedCallsQuery
  | SegmentMembersQuery
  | SegmentCountsQuery
  | SegmentsOfQuery
  | MailingAudienceQuery
  | MailingTextQuery
  | MailingOrdersQuery
  | SegmentPartQuery
  | SegmentTrialQuery
  | CriteriaQuery

export type Answer =
  | ListAnswer
  | BoardAnswer
  | RecordAnswer
  | CustomerAnswer
  | DuplicatesAnswer
  | ClaimsAnswer
  | PricingAnswer
  | TimelineAnswer
  | RelatedAnswer
  | UsesAnswer
  | CalendarAnswer
  | TagsAnswer
  | FilesAnswer
  | FilledAnswer
  | ReadersAnswer
  | RingsAnswer
  | CallWindowsAnswer
  | UnknownCallsAnswer
  | TimersAnswer
  | RunsAnswer
  | TrialAnswer
  | LoadAnswer
  | DiscussionAnswer
  | NoticesAnswer
  | UnreadAnswer
  | HistoryAnswer
  | TrashAnswer
  | StatusAnswer
  | FunnelAnswer
  | ReportAnswer
  | PlanAnswer
  | PlanApartAnswer
  | PlanFactAnswer
  | PlanFactBehindAnswer
  | FindAnswer
  | MailBoxesAnswer
  | MailThreadsAnswer
  | MailThreadAnswer
  | MissedCallsAnswer
  | SegmentMembersAnswer
  | SegmentCountsAnswer
  | SegmentsOfAnswer
  | MailingAudienceAnswer
  | MailingTextAnswer
  | MailingOrdersAnswer
  | SegmentPartAnswer
  | SegmentTrialAnswer
  | CriteriaAnswer
  | PresenceAnswer
  | IdsAnswer
  | AllAnswer
  | DraftsAnswer
