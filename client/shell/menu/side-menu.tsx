import { useLocation } from '@solidjs/router'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import PanelLeft from 'lucide-solid/icons/panel-left'
import { createUniqueId, For, Show } from 'solid-js'
import { type Icon, IconButton, IconOf } from '../../ui/actions/button.tsx'
import { Mark } from '../../ui/layout/page.tsx'
import { createRemembered } from '../../ui/look/remembered.ts'
import { Tooltip } from '../../ui/overlays/panes/tooltip.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { type MenuGroup, type MenuRow, rowAt } from './menu.ts'
import { createMenuCount } from './menu-count.ts'
import './side-menu.css'

export interface SideMenuProps {
  readonly menu: readonly MenuGroup[]
  /** The address outside of settings to which their menu leads back; undefined on all other screens. */
  readonly back?: string | undefined
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
        <Show when={props.back}>{(path) => <Back path={path()} isRail={props.isRail} />}</Show>
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

/** The way out of settings, to where one came from. */
function Back(props: { readonly path: string; readonly isRail: boolean }) {
  const { t } = useWords()
  return (
    <div class="side-back">
      <Named isRail={props.isRail} path={props.path} icon={ArrowLeft} name={t('shell.fromSettings')} />
    </div>
  )
}

function Item(props: { readonly row: MenuRow; readonly isRail: boolean }) {
  const { t } = useWords()
  const count = createMenuCount(() => props.row.id)
  return <Named {...props.row} isRail={props.isRail} name={t(`shell.items.${props.row.id}`)} count={count()} />
}

interface LinkProps {
  readonly path: string
  readonly icon: Icon
  readonly name: string
  readonly isPart?: true | undefined
  /** What is new there. */
  readonly count?: number | undefined
}

/** A link of the menu; its name is a tip where there is room for its icon alone. */
function Named(props: LinkProps & { readonly isRail: boolean }) {
  return (
    <Show when={props.isRail} fallback={<ItemLink {...props} />}>
      <Tooltip
        text={props.name}
        placement="right"
        trigger={(attributes) => (
          <span {...(attributes as Record<string, unknown>)} class="side-tip">
            <ItemLink {...props} />
          </span>
        )}
      />
    </Show>
  )
}

function ItemLink(props: LinkProps) {
  const here = useLocation()
  const isHere = () => rowAt(here.pathname)?.path === props.path
  return (
    <a
      href={props.path}
      class="side-item"
      classList={{ here: isHere(), part: props.isPart ?? false }}
      aria-current={isHere() ? 'page' : undefined}
    >
      <IconOf icon={props.icon} />
      <span class="side-name">{props.name}</span>
      <Show when={props.count}>{(n) => <span class="side-count n">{n()}</span>}</Show>
    </a>
  )
}
