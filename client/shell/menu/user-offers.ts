import Languages from 'lucide-solid/icons/languages'
import LogOut from 'lucide-solid/icons/log-out'
import SunMoon from 'lucide-solid/icons/sun-moon'
import { LANGUAGES, type Language } from '../../../shared/locales/index.ts'
import { createOffers } from '../../ui/keys/offers.ts'
import { THEMES, type Theme, theme } from '../../ui/look/theme.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What the user's menu does. */
interface UserActs {
  readonly speak: (language: Language) => void
  readonly paint: (theme: Theme) => void
  readonly leave: () => void
}

/** What the user's menu holds, for the palette: language, appearance, signing out. */
export function createUserOffers(acts: UserActs): void {
  const { t, language } = useWords()
  createOffers(() => ({
    heading: t('palette.commands'),
    everywhere: true,
    rows: [
      ...THEMES.filter((one) => one !== theme()).map((one) => ({
        id: `theme.${one}`,
        label: t('palette.theme', { name: t(`shell.user.${one}`) }),
        icon: SunMoon,
        run: () => acts.paint(one),
      })),
      ...LANGUAGES.filter((one) => one !== language()).map((one) => ({
        id: `language.${one}`,
        label: t('palette.language', { name: t(`shell.languages.${one}`) }),
        icon: Languages,
        run: () => acts.speak(one),
      })),
      { id: 'signOut', label: t('shell.user.signOut'), icon: LogOut, run: acts.leave },
    ],
  }))
}
