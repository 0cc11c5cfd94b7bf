import { useNavigate } from '@solidjs/router'
import { Segmented } from '../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../ui/words/words.tsx'

const HOMES = { missed: '/calls', all: '/calls/all' } as const
type Look = keyof typeof HOMES

/** «Пропущенные | Все». */
export function Looks(props: { readonly shown: Look }) {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <Segmented
      bare
      label={t('missedCalls.looks.label')}
      value={props.shown}
      options={(['missed', 'all'] as const).map((value) => ({ value, label: t(`missedCalls.looks.${value}`) }))}
      onCommit={(look) => navigate(HOMES[look])}
    />
  )
}
