import { LANGUAGES } from '../../../shared/locales/index.ts'
import { Segmented } from '../inputs/toggles/segmented.tsx'
import { Later } from '../layout/later.tsx'
import { setTheme, THEMES, theme } from '../look/theme.ts'
import { useWords } from '../words/words.tsx'
import { ButtonSpecimens, StateSpecimens } from './parts/acts.tsx'
import { BoardSpecimens, ChartSpecimens, PlotSpecimens } from './parts/boards.tsx'
import { ChoiceSpecimens, MultiChoiceSpecimen } from './parts/choices.tsx'
import { NumberSpecimens, SideSpecimens, TextSpecimens } from './parts/fields.tsx'
import { FieldMarkSpecimens, FormSpecimens } from './parts/forms.tsx'
import { GridSpecimen } from './parts/grids.tsx'
import { LayoutSpecimens, PageSpecimens } from './parts/layout.tsx'
import { TableSpecimen } from './parts/lists.tsx'
import { LookSpecimens } from './parts/look.tsx'
import { OverlaySpecimens } from './parts/overlays.tsx'
import { RichTextSpecimens } from './parts/rich-texts.tsx'
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
      <RichTextSpecimens />
      <FormSpecimens />
      <FieldMarkSpecimens />
      <ChartSpecimens />
      <PlotSpecimens />
      <LayoutSpecimens />
      <BoardSpecimens />
      <PageSpecimens />
      <Later>
        <TableSpecimen />
        <GridSpecimen />
      </Later>
    </main>
  )
}
