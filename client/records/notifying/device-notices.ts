import { type Accessor, createEffect, onCleanup } from 'solid-js'
import { isLookedAt, sayLookedAt } from './looked-at.ts'
import { createStanding, type Standing } from './standing.ts'
import { whenTapped } from './tapped.ts'
import { createTold } from './told.ts'

/** Something that the browser is to tell. */
export interface DeviceNotice {
  /** The same key is told once on a device; no space in it. */
  readonly key: string
  /** A later notice with the same tag takes the place of the one before it. */
  readonly tag: string
  readonly title: string
  readonly text: string
  readonly open: () => void
}

/** Under which name a device remembers what was told. */
const TOLD = { rings: 'rung', notices: 'told', calls: 'called' } as const

export interface DeviceNoticesProps {
  /** What is told, and to whom, by id: two kinds of notices know nothing of each other. */
  readonly what: keyof typeof TOLD
  readonly user: string
  readonly due: Accessor<readonly DeviceNotice[]>
  /** They stay until they are answered. */
  readonly isLasting: boolean
  /** They are taken down once they are due no more. */
  readonly isWithdrawn?: boolean
}

/**
 * Puts up the browser's own notices of what is due while no page of the program is looked at: one tab of the device does, the
 * next one once that is gone (reminders/SPEC Z8).
 */
export function createDeviceNotices(props: DeviceNoticesProps): void {
  if (!('Notification' in window && 'locks' in navigator)) return
  sayLookedAt()
  const end = new AbortController()
  const over = Promise.withResolvers<void>()
  onCleanup(() => {
    end.abort()
    over.resolve()
  })
  const begin = createTelling(props)
  navigator.locks
    .request(`voronka/${props.what}/${props.user}`, { signal: end.signal }, () => {
      begin()
      return over.promise
    })
    .catch((error: unknown) => {
      if (!end.signal.aborted) throw error
    })
}

/** Tells what is due from when it is called on. What was told is looked up then: until then another tab told it. */
function createTelling(props: DeviceNoticesProps): () => void {
  const begun = Promise.withResolvers<ReturnType<typeof createTold>>()
  const standing = createStanding()
  createEffect(() => {
    const due = props.due().map((notice) => ({ ...notice }))
    void begun.promise.then((told) => {
      if (props.isWithdrawn) standing.keep(due.map(({ key }) => key))
      for (const notice of due) void tell(notice, told, { ...props, standing })
    })
  })
  return () => begun.resolve(createTold(TOLD[props.what], props.user))
}

type Ways = Pick<DeviceNoticesProps, 'isLasting' | 'isWithdrawn'> & { readonly standing: Standing }

async function tell(notice: DeviceNotice, told: ReturnType<typeof createTold>, ways: Ways): Promise<void> {
  const { key } = notice
  const { isLasting, isWithdrawn, standing } = ways
  if (told.has(key)) return
  told.add(key)
  if (Notification.permission !== 'granted' || (await isLookedAt())) return
  if (isWithdrawn && !standing.isDue(key)) return
  const close = await notify(notice, isLasting)
  if (isWithdrawn) standing.add(key, close)
}

/** Phones take notices from the service worker alone. What takes it down. */
async function notify({ tag, title, text, open }: DeviceNotice, isLasting: boolean): Promise<() => void> {
  const options = { body: text, tag, icon: '/icon-192.png', requireInteraction: isLasting }
  try {
    const notice = new Notification(title, options)
    notice.onclick = () => {
      window.focus()
      notice.close()
      open()
    }
    return () => notice.close()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const worker = await navigator.serviceWorker.getRegistration()
    whenTapped(tag, open)
    await worker?.showNotification(title, options)
    return () => void takeDown(worker, tag)
  }
}

async function takeDown(worker: ServiceWorkerRegistration | undefined, tag: string): Promise<void> {
  for (const notice of (await worker?.getNotifications({ tag })) ?? []) notice.close()
}
