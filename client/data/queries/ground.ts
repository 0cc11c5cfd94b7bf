import type { FileRecord } from '../../../shared/files/collections.ts'
import type { Documents } from '../documents/documents.ts'
import type { FileState } from '../files/device-files.ts'
import type { CalendarSlots } from './calendar/slots.ts'
import type { KnownNumbers } from './calls/windows/numbers.ts'
import type { Twins } from './customers/twins.ts'
import type { Directory } from './directory.ts'
import type { Finding } from './finding/finding.ts'
import type { Funnels } from './funnel/funnels.ts'
import type { Mail } from './mail/mail.ts'
import type { Notices } from './notices/notices.ts'
import type { PlanFacts } from './plans/fact/plan-facts.ts'
import type { Answer, DraftsQuery, PresenceQuery, StatusQuery } from './query.ts'
import type { Unsent } from './record/known-history.ts'
import type { Reports } from './reports/reports.ts'
import type { Segments } from './segments/segments.ts'

/** Queries about the device itself are answered by the session. */
export type OwnQuery = DraftsQuery | StatusQuery | PresenceQuery

/** What live queries ask of the session. */
export interface Beside {
  answer(query: OwnQuery): Answer
  /** How it is with the bytes of a file. */
  file(record: FileRecord): FileState
  /** Keeps a document open, and says when it is; returns its undo. */
  watch(document: string, there: () => void): () => void
  /** Whose account it is. */
  readonly user: string
  /** The keys of a document that the server has not said to be saved. */
  unsent(document: string): Unsent
}

/** What answers are made of; each is kept from the change feed, for all queries together. */
export interface Ground {
  readonly directory: Directory
  readonly documents: Documents
  readonly beside: Beside
  readonly funnels: Funnels
  readonly reports: Reports
  readonly segments: Segments
  readonly planFacts: PlanFacts
  readonly twins: Twins
  readonly numbers: KnownNumbers
  readonly finding: Finding
  readonly calendar: CalendarSlots
  readonly notices: Notices
  readonly mail: Mail
}
