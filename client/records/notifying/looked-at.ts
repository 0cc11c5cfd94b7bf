import { onCleanup } from 'solid-js'

const NAME = 'voronka/looked-at'

/** Says to the other tabs, by a lock, that this page is looked at, as long as it is. */
export function sayLookedAt(): void {
  let leave: (() => void) | undefined
  const follow = () => {
    if (document.hasFocus()) leave ??= hold()
    else {
      leave?.()
      leave = undefined
    }
  }
  for (const type of ['focus', 'blur']) addEventListener(type, follow)
  follow()
  onCleanup(() => {
    for (const type of ['focus', 'blur']) removeEventListener(type, follow)
    leave?.()
  })
}

/** Whether any page of the program is looked at on this device. */
export async function isLookedAt(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return document.hasFocus() || held.some(({ name }) => name === NAME)
}

function hold(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  void navigator.locks.request(NAME, { mode: 'shared' }, () => promise)
  return resolve
}
