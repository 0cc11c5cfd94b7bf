import type { CallWindow } from '../../data/queries/calls/windows/query.ts'
import type { Taking } from '../taking.ts'

/** What the window of a call is given, and each part of it. */
export interface CallWindowProps {
  readonly window: CallWindow
  readonly taking: Taking
}
