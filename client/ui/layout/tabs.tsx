import { Tabs as Ark } from '@ark-ui/solid/tabs'
import { For, type JSX, Show } from 'solid-js'
import './tabs.css'

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
}

/** Parts of one thing of which one is in view. */
export function Tabs(props: TabsProps) {
  return (
    <Ark.Root
      class="tabs"
      defaultValue={props.tabs[0]?.id}
      value={props.value}
      onValueChange={({ value }) => props.onChange?.(value)}
      lazyMount
    >
      <Ark.List aria-label={props.label} class="tabs-list">
        <For each={props.tabs}>
          {(tab) => (
            <Ark.Trigger value={tab.id} class="tab">
              {tab.label}
              <Show when={tab.count}>
                <span class="tab-count">{tab.count}</span>
              </Show>
            </Ark.Trigger>
          )}
        </For>
      </Ark.List>
      <For each={props.tabs}>
        {(tab) => (
          <Ark.Content value={tab.id} class="tab-body">
            {tab.content()}
          </Ark.Content>
        )}
      </For>
    </Ark.Root>
  )
}
