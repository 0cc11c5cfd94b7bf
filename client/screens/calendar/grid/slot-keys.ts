import type { ShownSlot } from '../../../data/queries/calendar/query.ts'
import type { Step } from '../moving/moved.ts'
import type { SlotActs } from '../moving/use-slot-acts.tsx'

export interface SlotKeysProps {
  readonly host: HTMLElement
  readonly slotOf: (id: string) => ShownSlot | undefined
  readonly acts: SlotActs
  readonly isMonth: () => boolean
}

const MINUTES = 15
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const
type Arrow = (typeof ARROWS)[number]

/**
 * Keys of the slot that has the focus: arrows go to the next one, with Ctrl they move it, with Shift they stretch it, Delete
 * removes it. One slot is reached by Tab. Whatever the grid draws anew, the focus stays with its slot.
 */
export function createSlotKeys({ host, slotOf, acts, isMonth }: SlotKeysProps) {
  let current: string | null = null
  let hadFocus = false
  const all = () => [...host.querySelectorAll<HTMLElement>('[data-slot]')]
  const keyOf = (element: Element | null) => element?.closest<HTMLElement>('[data-slot]')?.dataset.slot
  const reach = () => {
    const slots = all()
    const own = slots.find(({ dataset }) => dataset.slot === current) ?? slots[0]
    for (const slot of slots) slot.tabIndex = slot === own ? 0 : -1
    return own
  }
  const focusIn = (event: FocusEvent) => {
    current = keyOf(event.target as Element) ?? current
    hadFocus = keyOf(event.target as Element) !== undefined
    reach()
  }
  const leave = (event: Event) => {
    if (!host.contains(event.target as Node)) hadFocus = false
  }
  const press = (event: KeyboardEvent) => {
    const slot = slotOf(keyOf(event.target as Element) ?? '')
    const act = slot && actOf(event, slot)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const actOf = (event: KeyboardEvent, slot: ShownSlot): (() => void) | undefined => {
    const arrow = ARROWS.find((one) => one === event.key)
    if (arrow && (event.ctrlKey || event.metaKey)) return () => acts.shift(slot, stepBy(arrow, slot))
    if (arrow && event.shiftKey) return () => acts.stretch(slot, stepBy(arrow, slot))
    if (arrow) return () => goOn(arrow === 'ArrowRight' || arrow === 'ArrowDown' ? 1 : -1)
    return event.key === 'Delete' ? () => acts.remove(slot) : undefined
  }
  const stepBy = (arrow: Arrow, slot: ShownSlot): Step => {
    const way = arrow === 'ArrowRight' || arrow === 'ArrowDown' ? 1 : -1
    if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') return { days: way, minutes: 0 }
    if (isMonth() || slot.day !== null) return { days: 7 * way, minutes: 0 }
    return { days: 0, minutes: MINUTES * way }
  }
  const goOn = (way: 1 | -1) => {
    const slots = all().filter((slot) => slot.style.visibility !== 'hidden')
    const at = slots.indexOf(document.activeElement as HTMLElement)
    slots[at + way]?.focus()
  }
  host.addEventListener('focusin', focusIn)
  host.addEventListener('keydown', press, { capture: true })
  for (const type of ['focusin', 'pointerdown']) document.addEventListener(type, leave)
  return {
    mount: (element: HTMLElement, id: string) => {
      if (!slotOf(id)) return
      element.dataset.slot = id
      element.tabIndex = -1
    },
    /** The grid has drawn what has changed. */
    settle: () => {
      const own = reach()
      const isLost = document.activeElement === document.body || document.activeElement === null
      if (hadFocus && isLost && own?.dataset.slot === current) own?.focus({ preventScroll: true })
    },
    end: () => {
      for (const type of ['focusin', 'pointerdown']) document.removeEventListener(type, leave)
    },
  }
}
