import { onCleanup } from 'solid-js'

/** Keys by what is pressed: `o`, `?`, `[`, or two one after the other: `g o`. */
export type KeyMap = Readonly<Record<string, () => void>>

/** How long the second key may take. */
const SECOND_KEY = 1500

/** Takes presses and says whether one meant something. Kept apart from the page, so that it can be tried without one. */
export function createKeyReader(map: KeyMap, now: () => number): (key: string) => boolean {
  const beginnings = new Set(Object.keys(map).flatMap((keys) => (keys.includes(' ') ? [keys.split(' ')[0]] : [])))
  let begun: { readonly key: string; readonly at: number } | undefined
  return (key) => {
    const pair = begun && now() - begun.at < SECOND_KEY ? map[`${begun.key} ${key}`] : undefined
    begun = undefined
    const act = pair ?? map[key]
    if (act) act()
    else if (beginnings.has(key)) begun = { key, at: now() }
    return act !== undefined || begun !== undefined
  }
}

/** Listens to keys while the owner lives; not while something is typed, chosen in a list, or a dialog is open. */
export function createKeys(map: KeyMap): void {
  const read = createKeyReader(map, () => performance.now())
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event)) return
    if (read(keyOf(event))) event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  onCleanup(() => document.removeEventListener('keydown', listen))
}

/** The Latin letter that stands on the key, whatever the layout; other signs as they are typed. */
export function keyOf(event: Pick<KeyboardEvent, 'code' | 'key'>): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  if (letter) return letter.toLowerCase()
  return event.code === 'BracketLeft' ? '[' : event.key
}

/** Places whose keys are their own. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="combobox"]'

function isElsewhere(event: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]')) return true
  return event.target instanceof Element && event.target.closest(ELSEWHERE) !== null
}
