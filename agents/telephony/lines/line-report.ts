import type { Report } from '../../../shared/calls/protocol.ts'

/** What a line tells of a call. */
export interface LineReport extends Report {
  /** The inner number whose talk it is: that answered, or from which it was dialled. */
  readonly inner?: string
}
