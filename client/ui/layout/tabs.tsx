import { Tabs as Ark } from '@ark-ui/solid/tabs'
import { createEffect, createMemo, For, type JSX, Show, untrack } from 'solid-js'
import './tabs.css'
import { TabsMore } from './tabs-more.tsx'

export interface TabsProps {
  /** Names the row of tabs for screen readers. */
  readonly label: string
  readonly tabs: readonly {
    readonly id: string
    readonly label: string
    readonly count?: number | undefined
    /** Drawn when the tab is first opened. */
    readonly content: () => JSX.Element
  }[]
  /** Without it the tabs keep their own state, the first one open. */
  readonly value?: string | undefined
  readonly onChange?: ((id: string) => void) | undefined
  /** The tab that somebody is led to from elsewhere: it is opened whenever another one is named. */
  readonly lead?: string | undefined
}

/** Parts of one thing of which one is in view. A tab stays the same while its id does: what is typed in it is not lost. */
export function Tabs(props: TabsProps) {
  const ids = createMemo(() => props.tabs.map((tab) => tab.id), undefined, { equals: sameList })
  const tabOf = (id: string) => props.tabs.find((tab) => tab.id === id)
  let row: HTMLElement | undefined
  const open = (id: string) => {
    const tab = row?.querySelectorAll<HTMLElement>('[role="tab"]')[ids().indexOf(id)]
    tab?.click()
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  createEffect(() => props.lead !== undefined && queueMicrotask(() => props.lead && open(props.lead)))
  return (
    <Ark.Root
      class="tabs"
      defaultValue={props.tabs[0]?.id}
      value={props.value}
      onValueChange={({ value }) => props.onChange?.(value)}
      lazyMount
    >
      <div class="tabs-row">
        <Ark.List
          ref={(element) => {
            row = element
            goByKeys(element)
          }}
          aria-label={props.label}
          class="tabs-list"
        >
          <For each={ids()}>
            {(id) => (
              <Ark.Trigger value={id} class="tab">
                {tabOf(id)?.label}
                <Show when={tabOf(id)?.count}>{(count) => <span class="tab-count">{count()}</span>}</Show>
              </Ark.Trigger>
            )}
          </For>
        </Ark.List>
        <TabsMore row={() => row} tabs={props.tabs} onOpen={open} />
      </div>
      <For each={ids()}>
        {(id) => (
          <Ark.Content value={id} class="tab-body">
            {untrack(() => tabOf(id)?.content())}
          </Ark.Content>
        )}
      </For>
    </Ark.Root>
  )
}

/**
 * Arrows, Home and End go to another tab of a row and open it at once: the library does so a frame later, and of two arrows
 * within one frame it would go by the last alone.
 */
function goByKeys(row: HTMLElement): void {
  row.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const tabs = [...row.querySelectorAll<HTMLElement>('[role="tab"]')]
    const at = tabs.indexOf(event.target as HTMLElement)
    const to = new Map([
      ['ArrowLeft', at - 1],
      ['ArrowRight', at + 1],
      ['Home', 0],
      ['End', -1],
    ]).get(event.key)
    if (at < 0 || to === undefined) return
    event.preventDefault()
    const tab = tabs.at(to % tabs.length)
    tab?.focus()
    tab?.click()
  })
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i])
}
