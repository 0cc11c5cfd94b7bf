import { type Accessor, createSignal, untrack } from 'solid-js'

/** As many of a rank stand there at once; others of it wait until there is room. */
const MOST = 4
/** How long one fades (ms); toasts.css. */
const FADING = 200

/** What is urgent waits for none that is not. */
type Rank = 'plain' | 'urgent'

/** Something that is said, of whatever content. */
export interface Toast<C> {
  readonly content: C
  /** Fading: of no more use. */
  readonly isGoing: Accessor<boolean>
}

/** What is said at once: it goes by itself, one after the other. */
export interface Pile<C> {
  /** What stands there, the newest last. */
  readonly shown: Accessor<readonly Toast<C>[]>
  /** Says something for as long (ms) as it stands there; without `lasts` until it is dismissed. */
  readonly say: (content: C, lasts?: number, rank?: Rank) => Toast<C>
  /** Takes it away; what has gone already stays so. */
  readonly dismiss: (toast: Toast<C>) => void
  /** While they are held none goes by itself; then each has its whole time anew. */
  readonly hold: (isHeld: boolean) => void
}

export function createPile<C>(): Pile<C> {
  const [all, setAll] = createSignal<readonly Ranked<C>[]>([])
  let isHeld = false
  const shown = () => {
    const room = { plain: MOST, urgent: MOST }
    return all().filter(({ rank }) => room[rank]-- > 0)
  }
  const settle = () => {
    for (const toast of untrack(shown)) toast.run(!isHeld)
  }
  const change = (next: (before: readonly Ranked<C>[]) => readonly Ranked<C>[]) => {
    setAll(next)
    settle()
  }
  const remove = (toast: Toast<C>) => change((before) => before.filter((one) => one !== toast))
  const dismiss = (toast: Toast<C>) => {
    const isShown = untrack(shown).find((one) => one === toast)
    if (isShown) isShown.fade(() => remove(toast))
    else remove(toast)
  }
  const say = (content: C, lasts = Number.POSITIVE_INFINITY, rank: Rank = 'plain') => {
    const toast = { ...createPassing(content, lasts, () => dismiss(toast)), rank }
    change((before) => [...before, toast])
    return toast
  }
  const hold = (held: boolean) => {
    isHeld = held
    settle()
  }
  return { shown, say, dismiss, hold }
}

interface Passing<C> extends Toast<C> {
  /** Lets its time run, or begin anew later. */
  readonly run: (isRunning: boolean) => void
  readonly fade: (then: () => void) => void
}

interface Ranked<C> extends Passing<C> {
  readonly rank: Rank
}

function createPassing<C>(content: C, lasts: number, pass: () => void): Passing<C> {
  const [isGoing, setGoing] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = (isRunning: boolean) => {
    if (untrack(isGoing) || lasts === Number.POSITIVE_INFINITY) return
    if (isRunning) timer ??= setTimeout(pass, lasts)
    else {
      clearTimeout(timer)
      timer = undefined
    }
  }
  const fade = (then: () => void) => {
    if (untrack(isGoing)) return
    run(false)
    setGoing(true)
    setTimeout(then, FADING)
  }
  return { content, isGoing, run, fade }
}
