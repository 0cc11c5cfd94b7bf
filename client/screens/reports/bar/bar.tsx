import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Settings2 from 'lucide-solid/icons/settings-2'
import { createSignal, Show } from 'solid-js'
import { ViewsMenu } from '../../../records/list/views/views-menu.tsx'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { LIST, useReport } from '../context.tsx'
import { ChartMenu, ChartPick, ComparePick, CutPicks, MeasuresPick, SourcePick } from './cut.tsx'
import { FilterPick } from './filter-pick.tsx'
import { OwnDays, PeriodPick, PeriodText } from './period-pick.tsx'
import './bar.css'

/** How the report is cut; below, of which days, beside which, and which orders or events it takes in. */
export function Bar() {
  const isCompact = createMedia(COMPACT)
  return (
    <Show when={isCompact()} fallback={<WideBar />}>
      <CompactBar />
    </Show>
  )
}

function WideBar() {
  return (
    <div class="report-bar">
      <div class="report-bar-row">
        <Back />
        <SourcePick />
        <CutPicks />
        <MeasuresPick />
        <span class="report-bar-end">
          <ChartMenu />
        </span>
      </div>
      <div class="report-bar-row">
        <PeriodPick />
        <OwnDays />
        <PeriodText />
        <ComparePick />
        <span class="report-bar-end">
          <Search />
          <FilterPick />
          <Kept />
        </span>
      </div>
    </div>
  )
}

/** On a phone the cut stands on a sheet. */
function CompactBar() {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <div class="report-bar">
      <div class="report-bar-row">
        <Back />
        <PeriodPick />
        <IconButton icon={Settings2} look="plain" label={t('reports.setUp')} onClick={() => setOpen(true)} />
      </div>
      <OwnDays />
      <div class="report-bar-row">
        <Search />
        <FilterPick />
        <Kept />
      </div>
      <Dialog
        open={isOpen()}
        title={t('reports.setUp')}
        onClose={() => setOpen(false)}
        footer={
          <Button look="primary" onClick={() => setOpen(false)}>
            {t('common.done')}
          </Button>
        }
      >
        <div class="report-sheet">
          <SourcePick />
          <CutPicks />
          <MeasuresPick />
          <ComparePick />
          <ChartPick />
        </div>
      </Dialog>
    </div>
  )
}

function Back() {
  const { t } = useWords()
  const report = useReport()
  return <IconButton icon={ArrowLeft} look="plain" label={t('reports.back')} onClick={() => report.leave()} />
}

function Kept() {
  const report = useReport()
  return <ViewsMenu list={LIST} state={report.state} kept={report.kept} isBare />
}

function Search() {
  const { t } = useWords()
  const report = useReport()
  return (
    <SearchField
      value={report.view().search}
      label={t('reports.search')}
      onInput={(search) => report.change({ search })}
    />
  )
}
