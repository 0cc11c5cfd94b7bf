import { Menu as Ark } from '@ark-ui/solid/menu'
import Check from 'lucide-solid/icons/check'
import { createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from 'solid-js'
import { type Icon, IconOf } from '../../actions/button.tsx'
import { Later } from '../../layout/later.tsx'
import { LatePortal } from '../late-portal.tsx'
import type { Trigger, TriggerAttributes } from '../trigger.ts'
import './pop.css'

export interface MenuAct {
  readonly label: string
  readonly icon?: Icon | undefined
  /** Its keys, as they are shown. */
  readonly keys?: string | undefined
  readonly destroys?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly onSelect: () => void
}

/** One of several, in a menu. */
export interface MenuChoice {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

export type MenuItem = MenuAct | { readonly choice: MenuChoice } | { readonly heading: JSX.Element } | 'line'

export interface MenuProps {
  readonly trigger: Trigger
  /** Names the menu for screen readers. */
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'right-end' | undefined
}

/** Acts behind a button. */
export function Menu(props: MenuProps) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Later>
      <Ark.Root
        onOpenChange={({ open }) => setOpen(open)}
        positioning={{ placement: props.placement ?? 'bottom-start', gutter: 4, fitViewport: true }}
        lazyMount
        unmountOnExit
      >
        <Ark.Trigger asChild={(own) => props.trigger(own() as TriggerAttributes)} />
        <LatePortal open={isOpen()}>
          <Ark.Positioner>
            <Ark.Content class="pop pop-list" aria-label={props.label}>
              <For each={props.items}>{(item) => <Item item={item} />}</For>
            </Ark.Content>
          </Ark.Positioner>
        </LatePortal>
      </Ark.Root>
    </Later>
  )
}

function Item(props: { readonly item: MenuItem }) {
  return (
    <Switch>
      <Match when={props.item === 'line'}>
        <Ark.Separator class="pop-line" />
      </Match>
      <Match when={typeof props.item === 'object' && 'heading' in props.item && props.item}>
        {(item) => <div class="pop-heading">{item().heading}</div>}
      </Match>
      <Match when={typeof props.item === 'object' && 'choice' in props.item && props.item}>
        {(item) => <Choice choice={item().choice} />}
      </Match>
      <Match when={typeof props.item === 'object' && 'onSelect' in props.item && props.item}>
        {(item) => <Act act={item()} />}
      </Match>
    </Switch>
  )
}

function Act(props: { readonly act: MenuAct }) {
  // Made once: in the attribute itself each reading would give another id, and choosing would find no item.
  const value = createUniqueId()
  return (
    <Ark.Item
      value={value}
      class="item"
      classList={{ destroys: props.act.destroys ?? false }}
      disabled={props.act.disabled}
      onSelect={() => props.act.onSelect()}
    >
      <IconOf icon={props.act.icon} />
      <span class="item-text">{props.act.label}</span>
      <Show when={props.act.keys}>
        <span class="item-hint">{props.act.keys}</span>
      </Show>
    </Ark.Item>
  )
}

function Choice(props: { readonly choice: MenuChoice }) {
  return (
    <Ark.RadioItemGroup value={props.choice.value} onValueChange={({ value }) => props.choice.onChange(value)}>
      <Ark.ItemGroupLabel class="pop-heading">{props.choice.label}</Ark.ItemGroupLabel>
      <For each={props.choice.options}>
        {(option) => (
          <Ark.RadioItem value={option.value} class="item" closeOnSelect={false}>
            <span class="item-text">{option.label}</span>
            <span class="item-check">
              <Ark.ItemIndicator>
                <Check class="icon" aria-hidden="true" />
              </Ark.ItemIndicator>
            </span>
          </Ark.RadioItem>
        )}
      </For>
    </Ark.RadioItemGroup>
  )
}
