import { createMemo, Show } from 'solid-js'
import { Page } from '../../ui/layout/page.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Bar } from './bar/bar.tsx'
import { Behind } from './behind/behind.tsx'
import { ReportProvider } from './context.tsx'
import { FileActs } from './files/file-acts.tsx'
import { SheetMenu } from './files/sheet-menu.tsx'
import { Report } from './report.tsx'
import { Start } from './start/start.tsx'
import { createAddress } from './view/address.ts'
import { useTitle } from './view/use-title.ts'
import './reports.css'

/** «Отчеты»: what to begin from, or the report of the address. */
export default function ReportsScreen() {
  const { t } = useWords()
  const address = createAddress()
  const isOpen = createMemo(() => address.view() !== null)
  return (
    <Show
      when={isOpen()}
      fallback={
        <Page title={t('reports.title')}>
          <Start onOpen={address.open} />
        </Page>
      }
    >
      <ReportProvider address={address}>
        <OpenReport />
      </ReportProvider>
    </Show>
  )
}

function Acts() {
  return (
    <>
      <SheetMenu />
      <FileActs />
    </>
  )
}

function OpenReport() {
  const title = useTitle()
  return (
    <>
      <Page title={title()} actions={<Acts />} bar={<Bar />}>
        <Report />
      </Page>
      <Behind />
    </>
  )
}
