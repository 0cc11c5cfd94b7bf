import { LANGUAGES } from '../../../shared/locales/index.ts'
import { Segmented } from '../inputs/toggles/segmented.tsx'
import { Later } from '../layout/later.tsx'
import { setTheme, THEMES, theme } from '../look/theme.ts'
import { useWords } from '../words/words.tsx'
import { ButtonSpecimens, StateSpecimens } from './acts.tsx'
import { BoardSpecimens, ChartSpecimens } from './boards.tsx'
import { ChoiceSpecimens, MultiChoiceSpecimen } from './choices.tsx'
import { NumberSpecimens, SideSpecimens, TextSpecimens } from './fields.tsx'
import { FieldMarkSpecimens, FormSpecimens } from './forms.tsx'
import { LayoutSpecimens, PageSpecimens } from './layout.tsx'
import { TableSpecimen } from './lists.tsx'
import { LookSpecimens } from './look.tsx'
import { OverlaySpecimens } from './overlays.tsx'
import './gallery.css'

/** Every part in every state: for looking at them, and for the checks that look at them. Stands outside of the program. */
export function Gallery() {
  const { t, language, setLanguage } = useWords()
  return (
    <main class="gallery">
      <header class="gallery-top">
        <h1>{t('shell.product')}</h1>
        <Segmented
          label={t('shell.user.language')}
          bare
          value={language()}
          options={LANGUAGES.map((value) => ({ value, label: t(`shell.languages.${value}`) }))}
          onCommit={setLanguage}
        />
        <Segmented
          label={t('shell.user.theme')}
          bare
          value={theme()}
          options={THEMES.map((value) => ({ value, label: t(`shell.user.${value}`) }))}
          onCommit={setTheme}
        />
      </header>
      <LookSpecimens />
      <ButtonSpecimens />
      <StateSpecimens />
      <OverlaySpecimens />
      <TextSpecimens />
      <NumberSpecimens />
      <ChoiceSpecimens />
      <SideSpecimens />
      <MultiChoiceSpecimen />
      <FormSpecimens />
      <FieldMarkSpecimens />
      <ChartSpecimens />
      <LayoutSpecimens />
      <BoardSpecimens />
      <PageSpecimens />
      <Later>
        <TableSpecimen />
      </Later>
    </main>
  )
}
