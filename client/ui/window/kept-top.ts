import { type Accessor, createEffect, on, onCleanup } from 'solid-js'
import { readOfTab, writeOfTab } from '../look/remembered.ts'

interface KeptTop {
  /** What is scrolled through: another name is another place. Undefined: nothing is kept of it. */
  readonly name: Accessor<string | undefined>
  readonly scroller: Accessor<HTMLElement | null>
  /** Of all that there is, px. */
  readonly height: Accessor<number>
  /** Of the place, px; 0: it is not shown now. */
  readonly room: Accessor<number>
}

/**
 * Brings a scroller back to where somebody has left it: behind another screen, a reload, what stood before it on a phone. Where
 * not all has come yet, as far as there is something.
 */
export function keepTop({ name, scroller, height, room }: KeptTop): void {
  let wanted = 0
  createEffect(
    on(scroller, (element) => {
      if (!element) return
      const scrolled = () => {
        const kept = name()
        const { scrollTop: top, scrollHeight, clientHeight } = element
        if (kept === undefined || isPushed(top, scrollHeight - clientHeight, wanted)) return
        wanted = top
        writeOfTab(nameOf(kept), `${Math.round(top)}`)
      }
      element.addEventListener('scroll', scrolled, { passive: true })
      onCleanup(() => element.removeEventListener('scroll', scrolled))
    }),
  )
  createEffect(
    on([name, scroller, height, room], ([kept, element, , shown], before) => {
      if (kept === undefined) return
      if (kept !== before?.[0]) wanted = Number(readOfTab(nameOf(kept))) || 0
      if (element && shown > 0) element.scrollTop = wanted
    }),
  )
}

/** Nobody has scrolled there: less is in it than reaches to where it is wanted, as while rows are on their way. */
export function isPushed(top: number, most: number, wanted: number): boolean {
  return top >= most && most < wanted
}

function nameOf(kept: string): string {
  return `top.${kept}`
}
