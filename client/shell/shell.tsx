import { useLocation, useNavigate } from '@solidjs/router'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import Keyboard from 'lucide-solid/icons/keyboard'
import PanelLeft from 'lucide-solid/icons/panel-left'
import Search from 'lucide-solid/icons/search'
import { type Accessor, createEffect, createMemo, createSignal, type JSX, on, type ParentProps, Show } from 'solid-js'
import type { Role } from '../../shared/documents/roles.ts'
import { beginning } from '../home.ts'
import { settingsFor } from '../records/settings/settings-rows.ts'
import { IconButton } from '../ui/actions/button.tsx'
import { createFocusKeeper } from '../ui/focus/keep-focus.ts'
import { createOffers } from '../ui/keys/offers.ts'
import { Later } from '../ui/layout/later.tsx'
import { PageFrameContext } from '../ui/layout/page.tsx'
import { createMedia, MIDDLE, NARROW } from '../ui/look/media.ts'
import { createRemembered } from '../ui/look/remembered.ts'
import { useWords } from '../ui/words/words.tsx'
import { FindButton } from './find-button.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { BottomBar } from './menu/bottom-bar.tsx'
import { isInSettings, MENU_ROWS, type MenuRow, menuFor, rowAt } from './menu/menu.ts'
import { SideMenu } from './menu/side-menu.tsx'
import { type ShellUser, UserMenu, type UserMenuProps } from './menu/user-menu.tsx'
import { type SavedState, SavedStateLine } from './saved-state.tsx'
import './shell.css'

export interface ShellProps extends ParentProps {
  readonly user: ShellUser
  readonly saved: SavedState
  /** Something done is not on this device's disk yet, whatever else there is to say. */
  readonly isWriting: boolean
  /** With it the words about saving are a button that leads to more about it. */
  readonly onSavedOpen?: (() => void) | undefined
  /** Who else is here: stands in the top bar. */
  readonly online?: JSX.Element
  readonly onSettings: UserMenuProps['onSettings']
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onSignOut: () => void
  /** Opens the palette of commands. */
  readonly onFind: () => void
  /** The guide, which stands beside the screen. */
  readonly help: { readonly isOpen: () => boolean; readonly toggle: () => void; readonly Place: () => JSX.Element }
  /** Stands over every screen: what concerns all of them (a new version, no storage). */
  readonly banner?: JSX.Element
}

const CONTENT = 'content'

/** The frame around screens: menu, top bar, the screen; on narrow screens a bar at the lower edge in place of the menu. */
export function Shell(props: ShellProps) {
  const { t } = useWords()
  const isNarrow = createMedia(NARROW)
  const isMiddle = createMedia(MIDDLE)
  const [menu, setMenu] = createMenuState()
  const [title, setTitle] = createSignal('')
  const [actions, setActions] = createSignal<HTMLElement>()
  const [areKeysShown, setKeysShown] = createSignal(false)
  // Most never ask for it: until then there is nothing to draw.
  const wereKeysShown = createMemo<boolean>((were) => were || areKeysShown(), false)
  const sideMenu = createSideMenu(() => props.user.role)
  const toggleMenu = () => setMenu(menu() === 'open' ? 'rail' : 'open')
  let heading: HTMLHeadingElement | undefined

  createShellOffers(props, toggleMenu, () => setKeysShown(true))
  createFocusOnScreen(() => heading)
  createFocusKeeper(() => heading)
  return (
    <div
      class="shell"
      classList={{
        rail: menu() === 'rail' && !isNarrow(),
        narrow: isNarrow(),
        helped: props.help.isOpen() && !isMiddle(),
      }}
    >
      <a class="skip" href={`#${CONTENT}`} rel="external" onClick={skip}>
        {t('shell.skip')}
      </a>
      <Show when={!isNarrow()}>
        <Later>
          <SideMenu {...sideMenu()} isRail={menu() === 'rail'} onToggle={toggleMenu} />
        </Later>
      </Show>
      <header class="top">
        <h1 ref={heading} tabIndex={-1} class="cut">
          {title()}
        </h1>
        <FindButton onFind={props.onFind} />
        <div class="top-actions" ref={setActions} />
        {props.online}
        <Show when={!isNarrow() && !isMiddle()}>
          <IconButton
            icon={CircleHelp}
            label={t('help.open')}
            aria-keyshortcuts="F1"
            aria-expanded={props.help.isOpen()}
            onClick={() => props.help.toggle()}
          />
        </Show>
        <SavedStateLine state={props.saved} isWriting={props.isWriting} onOpen={props.onSavedOpen} />
        <UserMenu
          user={props.user}
          onSettings={props.onSettings}
          onUndo={props.onUndo}
          onRedo={props.onRedo}
          onSignOut={props.onSignOut}
          onKeys={() => setKeysShown(true)}
          onHelp={() => props.help.toggle()}
        />
      </header>
      <main id={CONTENT} class="content" tabIndex={-1}>
        <div class="shell-banner" data-momentary>
          {props.banner}
        </div>
        <PageFrameContext.Provider value={{ setTitle, actions }}>
          <Later>{props.children}</Later>
        </PageFrameContext.Provider>
      </main>
      <props.help.Place />
      <Show when={isNarrow()}>
        <BottomBar menu={menuFor(props.user.role)} onHelp={() => props.help.toggle()} />
      </Show>
      <Show when={wereKeysShown()}>
        <KeysDialog open={areKeysShown()} onClose={() => setKeysShown(false)} />
      </Show>
    </div>
  )
}

/** Open or folded to icons, remembered apart for tablets, where it begins folded and leaves its place to list and card. */
function createMenuState() {
  const isMiddle = createMedia(MIDDLE)
  const wide = createRemembered('menu', ['open', 'rail'], () => 'open')
  const middle = createRemembered('menu.tablet', ['open', 'rail'], () => 'rail')
  const now = () => (isMiddle() ? middle : wide)
  return [() => now()[0](), (value: 'open' | 'rail') => now()[1](value)] as const
}

/** The program's menu; in settings theirs, with the way back to where one came from. */
function createSideMenu(role: Accessor<Role>) {
  const location = useLocation()
  const before = createMemo<string>(
    (known) => (isInSettings(location.pathname) ? known : location.pathname + location.search),
    beginning(),
  )
  return () =>
    isInSettings(location.pathname) ? { menu: settingsFor(role()), back: before() } : { menu: menuFor(role()) }
}

/** Leaves the menu behind without touching the address. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById(CONTENT)?.focus()
}

/** What every screen offers: the items of the menu, the menu itself, and the map of keys. */
function createShellOffers(
  props: Pick<ShellProps, 'user' | 'onFind'>,
  toggleMenu: () => void,
  showKeys: () => void,
): void {
  const { t } = useWords()
  const navigate = useNavigate()
  const go = ({ id, icon, key, path }: MenuRow) => ({
    id: `go.${id}`,
    label: t(`shell.items.${id}`),
    icon,
    keys: key && `g ${key}`,
    run: () => navigate(path),
  })
  createOffers(() => ({
    heading: t('keys.groups.everywhere'),
    everywhere: true,
    rows: [
      { id: 'palette', label: t('keys.palette'), icon: Search, keys: 'mod+k', run: props.onFind },
      { id: 'keys', label: t('keys.help'), icon: Keyboard, keys: '?', run: showKeys },
      { id: 'menu', label: t('keys.collapse'), icon: PanelLeft, keys: '[', run: toggleMenu },
    ],
  }))
  createOffers(() => ({
    heading: t('keys.groups.go'),
    everywhere: true,
    rows: menuFor(props.user.role)
      .flatMap(({ items }) => items)
      .map(go),
  }))
  createOffers(() => ({
    heading: t('shell.items.settings'),
    everywhere: true,
    // What the program's menu leads to as well is offered there.
    rows: settingsFor(props.user.role)
      .flatMap(({ items }) => items)
      .filter(({ path }) => !MENU_ROWS.some((row) => row.path === path))
      .map((row) => ({ ...go(row), about: t(`settings.about.${row.id}`) })),
  }))
}

function isInCard(): boolean {
  return document.activeElement?.closest('.side-card') != null
}

/**
 * Another screen: the focus goes to its title, so that it is said and Tab begins there. Opening a card is no other screen,
 * nor is being led on from the bare address: whoever has opened a menu meanwhile would lose it. A card that stands there at
 * once has taken it.
 */
function createFocusOnScreen(heading: () => HTMLElement | undefined): void {
  const location = useLocation()
  const screen = createMemo(() => rowAt(location.pathname)?.path ?? location.pathname)
  const lead = (_now: string, before: string | undefined) => {
    if (before !== undefined && before !== '/')
      queueMicrotask(() => isInCard() || heading()?.focus({ preventScroll: true }))
  }
  createEffect(on(screen, lead))
}
