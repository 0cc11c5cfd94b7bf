/** What keys mean, by how they are pressed: `o`, `?`, `[`, two one after the other: `g o`, together with Ctrl: `mod+k`, `mod+Shift+z`. */
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
    const key = keyOf(event)
    if (event.defaultPrevented || event.altKey || isElsewhere(event, key)) return
    if (read(key)) event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}

/** Signs by the key on which the Latin layout has them and the Russian one a letter, a dot or a comma. */
const BY_PLACE: ReadonlyMap<string, string> = new Map([
  ['BracketLeft', '['],
  ['Slash', '/'],
  ['shift Slash', '?'],
])

/** The Latin letter or sign that stands on the key, whatever the layout; other signs as they are typed. */
export function keyOf(event: Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase()
  const byPlace = /[а-яё.,]/i.test(event.key) ? BY_PLACE.get(`${event.shiftKey ? 'shift ' : ''}${event.code}`) : null
  const key = letter ?? byPlace ?? event.key
  if (!event.ctrlKey && !event.metaKey) return key
  return event.shiftKey && letter ? `mod+Shift+${key}` : `mod+${key}`
}

/** Places whose keys are their own. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="combobox"]'

const OPEN = '[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]'
const CLOSED = '[role="dialog"][data-state="closed"], [role="alertdialog"][data-state="closed"]'

/** Where something is typed, these undo and repeat the typing. */
const OF_TYPING = /^mod\+(Shift\+)?[zy]$/
const TYPED = 'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable]'

function isElsewhere(event: KeyboardEvent, key: string): boolean {
  if (isDialogOpen()) return true
  const isIn = (places: string) => event.target instanceof Element && event.target.closest(places) !== null
  // What has been closed keeps the focus until it is out of sight.
  if (isIn(CLOSED)) return false
  if (event.ctrlKey || event.metaKey) return OF_TYPING.test(key) && isIn(TYPED)
  return isIn(ELSEWHERE)
}

/** Dialogs stand in the body beside the program: to look for one in all of the page takes 5 ms, with each key. */
function isDialogOpen(): boolean {
  const beside = [...document.body.children].filter(({ id }) => id !== 'root')
  return beside.some((part) => part.querySelector(OPEN) !== null)
}
