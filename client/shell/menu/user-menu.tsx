import { useNavigate } from '@solidjs/router'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import Keyboard from 'lucide-solid/icons/keyboard'
import LogOut from 'lucide-solid/icons/log-out'
import Redo2 from 'lucide-solid/icons/redo-2'
import Undo2 from 'lucide-solid/icons/undo-2'
import UserRound from 'lucide-solid/icons/user-round'
import type { Role } from '../../../shared/documents/roles.ts'
import { LANGUAGES, type Language } from '../../../shared/locales/index.ts'
import { createMedia, NARROW } from '../../ui/look/media.ts'
import { setTheme, THEMES, type Theme, theme } from '../../ui/look/theme.ts'
import { Menu, type MenuItem } from '../../ui/overlays/panes/menu.tsx'
import { Avatar } from '../../ui/signs/avatar.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createUserOffers } from './user-offers.ts'

export interface ShellUser {
  readonly name: string
  readonly role: Role
  /** The company's name. */
  readonly company?: string | undefined
}

export interface UserMenuProps {
  readonly user: ShellUser
  /** A language or theme was chosen here: it is to hold on the person's other devices too. */
  readonly onSettings: (values: { readonly language?: Language; readonly theme?: Theme }) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onSignOut: () => void
  readonly onKeys: () => void
  readonly onHelp: () => void
}

/** Who is signed in; language, appearance, undo for fingers, keys, signing out. */
export function UserMenu(props: UserMenuProps) {
  const { t, language, setLanguage } = useWords()
  const navigate = useNavigate()
  const isNarrow = createMedia(NARROW)
  const speak = (chosen: Language) => {
    setLanguage(chosen)
    props.onSettings({ language: chosen })
  }
  const paint = (chosen: Theme) => {
    setTheme(chosen)
    props.onSettings({ theme: chosen })
  }
  createUserOffers({ speak, paint, leave: () => props.onSignOut() })
  const items = (): readonly MenuItem[] => [
    { heading: <Who user={props.user} /> },
    'line',
    { label: t('shell.user.profile'), icon: UserRound, onSelect: () => navigate('/profile') },
    {
      choice: {
        label: t('shell.user.language'),
        value: language(),
        options: LANGUAGES.map((value) => ({ value, label: t(`shell.languages.${value}`) })),
        onChange: (value) => speak(LANGUAGES.find((one) => one === value) ?? language()),
      },
    },
    {
      choice: {
        label: t('shell.user.theme'),
        value: theme(),
        options: THEMES.map((value) => ({ value, label: t(`shell.user.${value}`) })),
        onChange: (value) => paint(THEMES.find((one) => one === value) ?? theme()),
      },
    },
    'line',
    { label: t('acts.undoLast'), icon: Undo2, onSelect: props.onUndo },
    { label: t('acts.redoLast'), icon: Redo2, onSelect: props.onRedo },
    'line',
    { label: t('help.open'), icon: CircleHelp, keys: isNarrow() ? undefined : 'F1', onSelect: props.onHelp },
    { label: t('shell.user.keys'), icon: Keyboard, keys: '?', onSelect: props.onKeys },
    { label: t('shell.user.signOut'), icon: LogOut, onSelect: props.onSignOut },
  ]
  return (
    <Menu
      label={t('shell.user.menu', { name: props.user.name })}
      placement="bottom-end"
      items={items()}
      trigger={(attributes) => (
        <button
          {...attributes}
          type="button"
          class="user-button"
          aria-label={t('shell.user.menu', { name: props.user.name })}
        >
          <Avatar name={props.user.name} />
        </button>
      )}
    />
  )
}

function Who(props: { readonly user: ShellUser }) {
  const { t } = useWords()
  const under = () => [t(`common.roles.${props.user.role}`), props.user.company].filter(Boolean).join(' · ')
  return (
    <div class="user-who">
      <strong>{props.user.name}</strong>
      <span>{under()}</span>
    </div>
  )
}
