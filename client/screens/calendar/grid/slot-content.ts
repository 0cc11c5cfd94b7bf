import type { ShownSlot } from '../../../data/queries/calendar/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useSlotWords } from '../slot-words.ts'

/** What stands in a slot of the grid: its time and subject, under them whom or where it is about; said, all of it in words. */
export function createSlotContent(): (slot: ShownSlot | undefined) => Node[] {
  const words = useSlotWords()
  const { format } = useWords()
  return (slot) => {
    if (!slot) return []
    const head = part('slot-head', '')
    if (slot.day === null) head.append(part('slot-time', format.time(slot.start)))
    head.append(part('slot-subject', words.subject(slot)))
    const more = words.more(slot)
    const shown = part('slot-shown', '')
    shown.ariaHidden = 'true'
    shown.append(head, ...(more ? [part('slot-more', more)] : []))
    return [shown, part('said', words.whole(slot))]
  }
}

function part(name: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = name
  element.textContent = text
  return element
}
