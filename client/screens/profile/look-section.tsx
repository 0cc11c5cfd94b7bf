import { LANGUAGES, type Language } from '../../../shared/locales/index.ts'
import { useOwnSettings } from '../../records/own-settings.ts'
import { Fields } from '../../ui/inputs/field/field.tsx'
import { Segmented } from '../../ui/inputs/toggles/segmented.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { setTheme, THEMES, type Theme, theme } from '../../ui/look/theme.ts'
import { useWords } from '../../ui/words/words.tsx'

/** The program's language and theme, on all devices of the person. */
export function LookSection() {
  const { t, language, setLanguage } = useWords()
  const { save } = useOwnSettings()
  const speak = (chosen: Language) => {
    setLanguage(chosen)
    return save({ language: chosen })
  }
  const paint = (chosen: Theme) => {
    setTheme(chosen)
    return save({ theme: chosen })
  }
  return (
    <Section title={t('profile.look')}>
      <Fields>
        <Segmented
          label={t('shell.user.language')}
          value={language()}
          options={LANGUAGES.map((value) => ({ value, label: t(`shell.languages.${value}`) }))}
          onCommit={speak}
        />
        <Segmented
          label={t('shell.user.theme')}
          value={theme()}
          options={THEMES.map((value) => ({ value, label: t(`shell.user.${value}`) }))}
          onCommit={paint}
        />
      </Fields>
      <p class="dim">{t('profile.lookText')}</p>
    </Section>
  )
}
