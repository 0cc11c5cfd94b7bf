import type { StatusAnswer } from '../../queries/query.ts'

/** How the work on this device is kept, as one thing to say: the worst comes first. */
export type Saved =
  | { readonly is: 'loading' | 'memory' | 'full' | 'wiped' | 'denied' | 'saving' | 'offline' | 'server' }
  | { readonly is: 'refused' | 'sending' | 'unkept'; readonly count: number }
  | { readonly is: 'fetching'; readonly synced: number; readonly total: number }
  | { readonly is: 'waiting'; readonly count: number; readonly since: number }

/** What the user is told; undefined while the worker has not answered yet. `isActing`: it does not speak of the latest acts. */
export function savedOf(status: StatusAnswer | undefined, isActing = false): Saved {
  if (!status) return { is: 'loading' }
  const { storage, denied, notAccepted, saving, waiting, online, progress } = status
  if (storage === 'full' && waiting.count > 0) return { is: 'unkept', count: waiting.count }
  if (storage === 'full' || storage === 'memory') return { is: storage }
  if (denied !== null) return { is: 'denied' }
  if (storage === 'wiped') return { is: 'wiped' }
  if (notAccepted.length > 0) return { is: 'refused', count: notAccepted.length }
  if (saving > 0 || isActing) return { is: 'saving' }
  if (waiting.count > 0 && online) return { is: 'sending', count: waiting.count }
  if (waiting.count > 0) return { is: 'waiting', count: waiting.count, since: waiting.since ?? 0 }
  if (!online) return { is: 'offline' }
  return progress.synced < progress.total ? { is: 'fetching', ...progress } : { is: 'server' }
}
