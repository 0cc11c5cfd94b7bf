import { type Accessor, createEffect, onCleanup } from 'solid-js'

const COUNTED = /^\(\d+\) /

/** Puts the number of what is unread before the title of the browser's tab, and on the program's icon where there is one. */
export function createBadge(unread: Accessor<number>): void {
  const show = () => {
    const bare = document.title.replace(COUNTED, '')
    const wanted = unread() > 0 ? `(${unread()}) ${bare}` : bare
    if (document.title !== wanted) document.title = wanted
  }
  createEffect(() => {
    show()
    if ('setAppBadge' in navigator) void navigator.setAppBadge(unread()).catch(() => {})
  })
  // Each screen writes its own title.
  const watch = new MutationObserver(show)
  const title = document.querySelector('title')
  if (title) watch.observe(title, { childList: true })
  onCleanup(() => watch.disconnect())
}
