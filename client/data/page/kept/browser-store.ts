import { hasAskedToKeep, rememberAsking } from './remembered.ts'

/** How the browser keeps what the program stores in it. */
export interface BrowserStore {
  /** Whether it promises not to clear it by itself when the disk fills. */
  readonly isKept: boolean
  /** Bytes that the program takes, and may take. */
  readonly used: number
  readonly room: number
}

/** Null where the browser does not tell: to pages that did not come over HTTPS it tells nothing. */
export async function browserStore(): Promise<BrowserStore | null> {
  if (!('storage' in navigator)) return null
  const [isKept, { usage = 0, quota = 0 }] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ])
  return { isKept, used: usage, room: quota }
}

/** Asks the browser to keep it; some ask the person. */
export async function askToKeep(): Promise<void> {
  await navigator.storage.persist()
}

/** Asks on this device once by itself: whoever has refused is not asked again without wanting it. */
export async function askToKeepOnce(): Promise<void> {
  if (!('storage' in navigator) || hasAskedToKeep() || !rememberAsking()) return
  await askToKeep()
}
