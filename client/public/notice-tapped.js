/**
 * A part of the service worker: a tap on one of its notices, which phones tell to it alone, is told to the pages of the
 * program (client/records/notifying/tapped.ts); where there is none, one is opened, which rings by itself.
 */
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(tell(event.notification.tag))
})

async function tell(noticeTapped) {
  const pages = await self.clients.matchAll({ type: 'window' })
  if (pages.length === 0) return self.clients.openWindow('/')
  for (const page of pages) page.postMessage({ noticeTapped })
  return pages[0].focus()
}
