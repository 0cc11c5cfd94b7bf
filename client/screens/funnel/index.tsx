import { Page } from '../../ui/layout/page.tsx'
import { COMPACT, createMedia } from '../../ui/look/media.ts'
import { useWords } from '../../ui/words/words.tsx'
import { Bar, CompactBar } from './bar/bar.tsx'
import { Behind } from './behind/behind.tsx'
import { FunnelProvider } from './context.tsx'
import { Report } from './report.tsx'
import './funnel.css'

/** «Воронка продаж». */
export default function FunnelScreen() {
  const { t } = useWords()
  const isCompact = createMedia(COMPACT)
  return (
    <FunnelProvider>
      <Page title={t('funnel.title')} bar={isCompact() ? <CompactBar /> : <Bar />}>
        <Report />
      </Page>
      <Behind />
    </FunnelProvider>
  )
}
