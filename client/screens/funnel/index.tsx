import { Show } from 'solid-js'
import { Page } from '../../ui/layout/page.tsx'
import { COMPACT, createMedia } from '../../ui/look/media.ts'
import { useWords } from '../../ui/words/words.tsx'
import { Bar, CompactBar } from './bar/bar.tsx'
import { Behind } from './behind/behind.tsx'
import { FunnelProvider, useFunnel } from './context.tsx'
import { PrintButton } from './print/print-button.tsx'
import { Report } from './report.tsx'
import { TrendView } from './trend/trend.tsx'
import './funnel.css'

/** «Воронка продаж». */
export default function FunnelScreen() {
  const { t } = useWords()
  const isCompact = createMedia(COMPACT)
  return (
    <FunnelProvider>
      <Page title={t('funnel.title')} actions={<PrintButton />} bar={isCompact() ? <CompactBar /> : <Bar />}>
        <Shown />
      </Page>
      <Behind />
    </FunnelProvider>
  )
}

/** The report, or how it went by months. */
function Shown() {
  const funnel = useFunnel()
  return (
    <Show when={funnel.view().show === 'trend'} fallback={<Report />}>
      <TrendView />
    </Show>
  )
}
