import { onCleanup } from 'solid-js'

/** A place on the screen, in pixels of the window. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface LongPressOptions {
  /** The thing under a finger that can be taken; null where there is none. */
  readonly find: (target: Element) => HTMLElement | null
  readonly take: (thing: HTMLElement, at: Point) => void
  /** Where a thing that was taken is carried. */
  readonly move?: (at: Point) => void
  readonly drop?: () => void
  readonly cancel?: () => void
}

/** How long (ms) a finger rests on a thing before it has taken it; what moves before that scrolls. */
const HOLD = 350
/** How far (px) a resting finger may stray. */
const SLACK = 8

/**
 * Taking things by a long press of a finger, and dragging them; a finger that moves at once scrolls as ever. By touch
 * events: once a browser pans it keeps the pointer's events, and only a touchmove that is refused keeps it from panning.
 * Gives a ref for the element that has the things in it.
 */
export function createLongPress(options: LongPressOptions): (element: HTMLElement) => void {
  let press: Press | null = null
  const start = (event: TouchEvent) => {
    press?.giveUp()
    const { target } = event
    const thing = event.touches.length === 1 && target instanceof Element ? options.find(target) : null
    press = thing && target ? new Press(target, thing, pointOf(event), options) : null
  }
  return (element) => {
    element.addEventListener('touchstart', start, { passive: true })
    // Safari refuses nothing where nobody could have refused when the finger came down.
    element.addEventListener('touchmove', () => {}, { passive: false })
    onCleanup(() => press?.giveUp())
  }
}

/** A finger on a thing. It is heard by what it came down on, which may leave the page meanwhile. */
class Press {
  readonly #thing: HTMLElement
  readonly #at: Point
  readonly #options: LongPressOptions
  readonly #end = new AbortController()
  readonly #timer: ReturnType<typeof setTimeout>
  readonly #drags: string | null
  #isHeld = false

  constructor(target: EventTarget, thing: HTMLElement, at: Point, options: LongPressOptions) {
    this.#thing = thing
    this.#at = at
    this.#options = options
    this.#timer = setTimeout(() => this.#holdUnlessMoved(), HOLD)
    const { signal } = this.#end
    target.addEventListener('touchmove', (event) => this.#move(event as TouchEvent), { signal, passive: false })
    target.addEventListener('touchend', (event) => this.#lift(event), { signal, passive: false })
    target.addEventListener('touchcancel', () => this.giveUp(), { signal })
    target.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
    // The browser's own dragging would begin under a resting finger, too.
    this.#drags = thing.getAttribute('draggable')
    thing.setAttribute('draggable', 'false')
  }

  giveUp(): void {
    this.#stop()
    if (this.#isHeld) this.#options.cancel?.()
    this.#isHeld = false
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#end.abort()
    if (this.#drags === null) this.#thing.removeAttribute('draggable')
    else this.#thing.setAttribute('draggable', this.#drags)
  }

  /** On a page that was busy the finger's moves may still wait: they come before the next picture. */
  #holdUnlessMoved(): void {
    requestAnimationFrame(() => this.#end.signal.aborted || this.#hold())
  }

  #hold(): void {
    this.#isHeld = true
    navigator.vibrate?.(12)
    this.#options.take(this.#thing, this.#at)
  }

  #move(event: TouchEvent): void {
    const at = pointOf(event)
    if (this.#isHeld) {
      event.preventDefault()
      this.#options.move?.(at)
    } else if (Math.hypot(at.x - this.#at.x, at.y - this.#at.y) > SLACK) this.#stop()
  }

  #lift(event: Event): void {
    this.#stop()
    if (!this.#isHeld) return
    // No click follows.
    event.preventDefault()
    this.#isHeld = false
    this.#options.drop?.()
  }
}

function pointOf({ touches }: TouchEvent): Point {
  return { x: touches[0]?.clientX ?? 0, y: touches[0]?.clientY ?? 0 }
}
