/** What keys mean, by how they are pressed: `o`, `?`, `[`, two one after the other: `g o`, together with Ctrl: `mod+k`. */
export type KeyMap = ReadonlyMap<string, () => void>

/** How long the second key may take. */
const SECOND_KEY = 1500

/** Takes presses and says whether one meant something. Kept apart from the page, so that it can be tried without one. */
export function createKeyReader(map: () => KeyMap, now: () => number): (key: string) => boolean {
  let begun: { readonly key: string; readonly at: number } | undefined
  return (key) => {
    const meanings = map()
    const pair = begun && now() - begun.at < SECOND_KEY ? meanings.get(`${begun.key} ${key}`) : undefined
    begun = undefined
    const act = pair ?? meanings.get(key)
    if (act) act()
    else if (beginsPair(meanings, key)) begun = { key, at: now() }
    return act !== undefined || begun !== undefined
  }
}

function beginsPair(meanings: KeyMap, key: string): boolean {
  for (const keys of meanings.keys()) if (keys.startsWith(`${key} `)) return true
  return false
}

/**
 * Listens to keys on the page; not while a dialog is open, and to single keys not while something is typed or chosen in
 * a list. Returns its undo.
 */
export function listenToKeys(map: () => KeyMap): () => void {
  const read = createKeyReader(map, () => performance.now())
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || isElsewhere(event)) return
    if (read(keyOf(event))) event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}

/** Signs by the key on which the Latin layout has them. */
const BY_PLACE: ReadonlyMap<string, string> = new Map([
  ['BracketLeft', '['],
  ['Slash', '/'],
  ['shift Slash', '?'],
])

/** The Latin letter or sign that stands on the key, whatever the layout; other signs as they are typed. */
export function keyOf(event: Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase()
  const key = letter ?? BY_PLACE.get(`${event.shiftKey ? 'shift ' : ''}${event.code}`) ?? event.key
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key
}

/** Places whose keys are their own. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="combobox"]'

function isElsewhere(event: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]')) return true
  if (event.ctrlKey || event.metaKey) return false
  return event.target instanceof Element && event.target.closest(ELSEWHERE) !== null
}
