import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { createRemembered } from '../../ui/look/remembered.ts'

/** Whether the browser lets the program put up notices of its own; `none`: this one has no such thing, or not here. */
export type Permission = NotificationPermission | 'none'

const isThere = () => 'Notification' in window && window.isSecureContext

const [permission, setPermission] = createSignal<Permission>(isThere() ? Notification.permission : 'none')

export interface Notices {
  readonly permission: Accessor<Permission>
  /** Asks the person, by whose act it is called: browsers ask once. */
  readonly ask: () => Promise<void>
  /** Whether he was asked here, and put it off. */
  readonly isPutOff: Accessor<boolean>
  readonly putOff: () => void
}

/** The browser's notices on this device. What was decided in the browser's own settings is read when one comes back from there. */
export function createNotices(): Notices {
  const [asked, setAsked] = createRemembered('notices', ['asked', 'later'] as const, () => 'asked')
  const look = () => setPermission(isThere() ? Notification.permission : 'none')
  addEventListener('focus', look)
  onCleanup(() => removeEventListener('focus', look))
  return {
    permission,
    ask: async () => void setPermission(await Notification.requestPermission()),
    isPutOff: () => asked() === 'later',
    putOff: () => setAsked('later'),
  }
}
