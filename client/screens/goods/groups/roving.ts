import { createSignal } from 'solid-js'
import type { TreeRow } from './tree-view.ts'

interface RovingOn {
  readonly rows: () => readonly TreeRow[]
  readonly shown: () => string | null | undefined
  readonly toggle: (group: string) => void
}

/** Names, on a row's button, which group it is of; empty of all goods. */
const GROUP = 'group'

/** One stop for Tab; arrows go up and down, open and close, as in trees everywhere. */
export function createRoving({ rows, shown, toggle }: RovingOn) {
  const [at, setAt] = createSignal<string>()
  const buttonsIn = (nav: HTMLElement) => [...nav.querySelectorAll<HTMLElement>(`[data-${GROUP}]`)]
  const isHere = (id: string | null | undefined) => rows().some(({ group }) => group.id === id)
  const stop = () => [at(), shown()].find(isHere) ?? ''
  const sideways = (id: string, opens: boolean): string | undefined => {
    const row = rows().find(({ group }) => group.id === id)
    if (!row) return undefined
    if (row.hasBelow && row.isOpen !== opens) toggle(id)
    else if (!opens) return row.group.parent ?? undefined
    return undefined
  }
  const keyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset[GROUP] : undefined
    const buttons = buttonsIn(event.currentTarget)
    const index = buttons.indexOf(event.target as HTMLElement)
    if (from === undefined || index < 0) return
    const steps: { readonly [key: string]: () => HTMLElement | undefined } = {
      ArrowDown: () => buttons[index + 1],
      ArrowUp: () => buttons[index - 1],
      Home: () => buttons[0],
      End: () => buttons.at(-1),
      ArrowRight: () => named(buttons, sideways(from, true)),
      ArrowLeft: () => named(buttons, sideways(from, false)),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()?.focus()
  }
  const focusIn = ({ target }: FocusEvent) =>
    target instanceof HTMLElement && target.dataset[GROUP] !== undefined && setAt(target.dataset[GROUP])
  return { keyDown, focusIn, isStop: (id: string) => stop() === id }
}

function named(buttons: readonly HTMLElement[], id: string | undefined): HTMLElement | undefined {
  return id === undefined ? undefined : buttons.find((one) => one.dataset[GROUP] === id)
}
