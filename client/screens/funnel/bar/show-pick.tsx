import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'

/** The report, or how its conversion went by months. */
export function ShowPick() {
  const { t } = useWords()
  const funnel = useFunnel()
  return (
    <Segmented
      label={t('funnel.show.label')}
      bare
      value={funnel.view().show}
      options={(['report', 'trend'] as const).map((value) => ({ value, label: t(`funnel.show.${value}`) }))}
      onCommit={(show) => funnel.change({ show })}
    />
  )
}
