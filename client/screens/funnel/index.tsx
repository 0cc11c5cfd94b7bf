import { Page } from '../../ui/layout/page.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Bar } from './bar/bar.tsx'
import { Behind } from './behind/behind.tsx'
import { FunnelProvider } from './context.tsx'
import { Report } from './report.tsx'
import './funnel.css'

/** «Воронка продаж». */
export default function FunnelScreen() {
  const { t } = useWords()
  return (
    <FunnelProvider>
      <Page title={t('funnel.title')} bar={<Bar />}>
        <Report />
      </Page>
      <Behind />
    </FunnelProvider>
  )
}
