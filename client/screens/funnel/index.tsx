import { Page } from '../../ui/layout/page.tsx'
import { COMPACT, createMedia } from '../../ui/look/media.ts'
import { useWords } from '../../ui/words/words.tsx'
import { Bar, CompactBar } from './bar/bar.tsx'
import { Behind } from './behind/behind.tsx'
import { FunnelProvider } from './context.tsx'
import { PrintButton } from './print/print-button.tsx'
import { Report } from './report.tsx'
import './funnel.css'

/** «Воронка продаж». */
export default function FunnelScreen() {
  const { t } = useWords()
  const isCompact = createMedia(COMPACT)
  return (
    <FunnelProvider>
      <Page title={t('funnel.title')} actions={<PrintButton />} bar={isCompact() ? <CompactBar /> : <Bar />}>
        <Report />
      </Page>
      <Behind />
    </FunnelProvider>
  )
}
