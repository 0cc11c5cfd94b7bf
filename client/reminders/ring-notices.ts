import { type Accessor, createEffect, onCleanup } from 'solid-js'
import type { DueRing } from '../data/queries/rings/query.ts'
import { isLookedAt, sayLookedAt } from './looked-at.ts'
import { createRung } from './rung.ts'

export interface RingNoticesProps {
  /** By id. */
  readonly user: string
  readonly due: Accessor<readonly DueRing[]>
  readonly title: (ring: DueRing) => string
  readonly text: (ring: DueRing) => string
  readonly open: (ring: DueRing) => void
}

/**
 * Puts up the browser's own notice of what rings while no page of the program is looked at: one tab of the device does, the
 * next one once that is gone (SPEC Z8).
 */
export function createRingNotices(props: RingNoticesProps): void {
  if (!('Notification' in window && 'locks' in navigator)) return
  sayLookedAt()
  const end = new AbortController()
  const over = Promise.withResolvers<void>()
  onCleanup(() => {
    end.abort()
    over.resolve()
  })
  const isTelling = createTelling(props)
  navigator.locks
    .request(`voronka/rings/${props.user}`, { signal: end.signal }, () => {
      isTelling()
      return over.promise
    })
    .catch((error: unknown) => {
      if (!end.signal.aborted) throw error
    })
}

/** Tells what rings from when it is called on. */
function createTelling(props: RingNoticesProps): () => void {
  const rung = createRung(props.user)
  const tell = async (ring: DueRing) => {
    const key = `${ring.id}@${ring.rises}`
    if (rung.has(key)) return
    rung.add(key)
    if (Notification.permission === 'granted' && !(await isLookedAt())) await notify(props, ring)
  }
  let begins: (() => void) | undefined
  const begun = new Promise<void>((resolve) => {
    begins = resolve
  })
  createEffect(() => {
    const due = props.due().map((ring) => ({ ...ring }))
    void begun.then(() => due.forEach((ring) => void tell(ring)))
  })
  return () => begins?.()
}

/** Phones take notices from the service worker alone. */
async function notify({ title, text, open }: RingNoticesProps, ring: DueRing): Promise<void> {
  const options = { body: text(ring), tag: ring.id, icon: '/icon-192.png', requireInteraction: true }
  try {
    const notice = new Notification(title(ring), options)
    notice.onclick = () => {
      window.focus()
      notice.close()
      open(ring)
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const worker = await navigator.serviceWorker.getRegistration()
    await worker?.showNotification(title(ring), options)
  }
}
