import type { FailureCode } from '../../../../shared/errors.ts'
import { sendable } from '../../queries/device/sendable.ts'
import type { StatusAnswer } from '../../queries/query.ts'

/** Where signing in anew helps, or is what follows. */
const SIGN_IN: readonly FailureCode[] = ['sign-in-needed', 'second-factor-required', 'device-wiped']

/** How the work on this device is kept, as one thing to say: the worst comes first. */
export type Saved =
  | { readonly is: 'loading' | 'memory' | 'full' | 'wiped' | 'denied' | 'saving' | 'offline' | 'unserved' | 'server' }
  | { readonly is: 'refused' | 'sending' | 'unkept'; readonly count: number }
  | { readonly is: 'filesWaiting' | 'filesSending' | 'filesFailed'; readonly count: number }
  | { readonly is: 'fetching'; readonly synced: number; readonly total: number }
  | { readonly is: 'waiting'; readonly count: number; readonly since: number }
  | { readonly is: 'bothWaiting'; readonly changes: number; readonly files: number; readonly since: number }

/** What the user is told; undefined while the worker has not answered yet. `isActing`: it does not speak of the latest acts. */
export function savedOf(status: StatusAnswer | undefined, isActing = false): Saved {
  if (!status) return { is: 'loading' }
  const { storage, denied, unserved, notAccepted, saving, waiting, files, online, progress } = status
  if (storage === 'full' && waiting.count > 0) return { is: 'unkept', count: waiting.count }
  if (storage === 'full' || storage === 'memory') return { is: storage }
  if (denied !== null && SIGN_IN.includes(denied)) return { is: 'denied' }
  if (storage === 'wiped') return { is: 'wiped' }
  if (notAccepted.length > 0) return { is: 'refused', count: notAccepted.length }
  if (saving > 0 || isActing) return { is: 'saving' }
  const since = waiting.since ?? 0
  if (waiting.count > 0 && files.waiting > 0 && !online)
    return { is: 'bothWaiting', changes: waiting.count, files: files.waiting, since }
  if (waiting.count > 0 && !online) return { is: 'waiting', count: waiting.count, since }
  if (files.waiting > 0 && !online) return { is: 'filesWaiting', count: files.waiting }
  if (!online) return { is: 'offline' }
  const count = sendable(status)
  if (count > 0) return { is: 'sending', count }
  if (progress.synced + unserved.length < progress.total) {
    return { is: 'fetching', synced: progress.synced, total: progress.total }
  }
  if (files.waiting > 0) return { is: 'filesSending', count: files.waiting }
  if (files.failed > 0) return { is: 'filesFailed', count: files.failed }
  return { is: unserved.length > 0 ? 'unserved' : 'server' }
}
