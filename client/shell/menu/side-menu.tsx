import { A } from '@solidjs/router'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import PanelLeft from 'lucide-solid/icons/panel-left'
import { createUniqueId, For, Show } from 'solid-js'
import { IconButton, IconOf } from '../../ui/actions/button.tsx'
import { Mark } from '../../ui/layout/page.tsx'
import { createRemembered } from '../../ui/look/remembered.ts'
import { Tooltip } from '../../ui/overlays/panes/tooltip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { MenuGroup, MenuRow } from './menu.ts'
import './side-menu.css'

export interface SideMenuProps {
  readonly menu: readonly MenuGroup[]
  /** Icons alone. */
  readonly isRail: boolean
  readonly onToggle: () => void
}

/** The menu at the left, by groups; the whole of it folds to icons, each group to its head. */
export function SideMenu(props: SideMenuProps) {
  const { t } = useWords()
  return (
    <nav class="side-menu" classList={{ rail: props.isRail }} aria-label={t('shell.menu')}>
      <div class="side-head">
        <Show when={!props.isRail}>
          <Mark />
          <span class="side-brand">{t('shell.product')}</span>
        </Show>
        <IconButton
          icon={PanelLeft}
          label={t(props.isRail ? 'shell.expand' : 'shell.collapse')}
          aria-expanded={!props.isRail}
          aria-keyshortcuts="["
          onClick={() => props.onToggle()}
        />
      </div>
      <div class="side-groups">
        <For each={props.menu}>{(group) => <Group group={group} isRail={props.isRail} />}</For>
      </div>
    </nav>
  )
}

function Group(props: { readonly group: MenuGroup; readonly isRail: boolean }) {
  const { t } = useWords()
  const id = createUniqueId()
  const [fold, setFold] = createRemembered(`menu.${props.group.id}`, ['open', 'shut'], () => 'open')
  const isOpen = () => fold() === 'open' || props.isRail
  return (
    <div class="side-group">
      <Show when={!props.isRail} fallback={<hr class="side-line" />}>
        <button
          type="button"
          class="side-group-head"
          aria-expanded={isOpen()}
          aria-controls={id}
          onClick={() => setFold(isOpen() ? 'shut' : 'open')}
        >
          {t(`shell.groups.${props.group.id}`)}
          <ChevronDown class="side-chevron" aria-hidden="true" />
        </button>
      </Show>
      <ul id={id} hidden={!isOpen()}>
        <For each={props.group.items}>
          {(row) => (
            <li>
              <Item row={row} isRail={props.isRail} />
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

function Item(props: { readonly row: MenuRow; readonly isRail: boolean }) {
  const { t } = useWords()
  const name = () => t(`shell.items.${props.row.id}`)
  return (
    <Show when={props.isRail} fallback={<ItemLink row={props.row} name={name()} />}>
      <Tooltip
        text={name()}
        placement="right"
        trigger={(attributes) => (
          <span {...(attributes as Record<string, unknown>)} class="side-tip">
            <ItemLink row={props.row} name={name()} />
          </span>
        )}
      />
    </Show>
  )
}

function ItemLink(props: { readonly row: MenuRow; readonly name: string }) {
  return (
    <A href={props.row.path} class="side-item" activeClass="here" inactiveClass="">
      <IconOf icon={props.row.icon} />
      <span class="side-name">{props.name}</span>
    </A>
  )
}
