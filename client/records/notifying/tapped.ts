/** What a tap on each notice of the service worker opens, by its tag. */
const opens = new Map<string, () => void>()

/** Opens that when the notice is tapped, which this browser tells to the service worker (client/public/notice-tapped.js). */
export function whenTapped(tag: string, open: () => void): void {
  if (opens.size === 0) navigator.serviceWorker.addEventListener('message', hear)
  opens.set(tag, open)
}

function hear({ data }: MessageEvent<{ readonly noticeTapped?: string } | null>): void {
  const tag = data?.noticeTapped
  if (tag !== undefined) opens.get(tag)?.()
}
