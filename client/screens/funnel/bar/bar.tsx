import { Show } from 'solid-js'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { SheetMenu } from '../print/sheet-menu.tsx'
import { BesideDays, BesidePick } from './beside-pick.tsx'
import { Differs } from './differs.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { OwnDays, PeriodPick, PeriodText } from './period-pick.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { ShowPick } from './show-pick.tsx'
import { VariantPick } from './variant-pick.tsx'
import './bar.css'

/** How the funnel is looked at: which days and what differs from the first view; then by whom, which orders, counted how. */
export function Bar() {
  const isReport = createIsReport()
  return (
    <>
      <div class="bar-row">
        <PeriodPick />
        <OwnDays />
        <PeriodText />
        <Show when={isReport()}>
          <BesidePick />
          <BesideDays />
        </Show>
        <ShowPick />
        <Differs />
      </div>
      <div class="bar-row">
        <Show when={isReport()}>
          <VariantPick />
        </Show>
        <Narrowing />
      </div>
    </>
  )
}

/** The same on phones: days and whose measures first; days of one's own have a row. What differs scrolls with the report. */
export function CompactBar() {
  const funnel = useFunnel()
  const isReport = createIsReport()
  return (
    <>
      <div class="bar-row">
        <PeriodPick />
        <Show when={isReport()}>
          <VariantPick />
        </Show>
      </div>
      <OwnDays />
      <div class="bar-row">
        <ShowPick />
        <Show when={isReport()}>
          <BesidePick />
        </Show>
      </div>
      <Show when={isReport() && funnel.view().beside === 'own'}>
        <BesideDays />
      </Show>
      <div class="bar-row">
        <Narrowing />
      </div>
    </>
  )
}

/** Months have no period beside them, and are those of all orders. */
function createIsReport() {
  const funnel = useFunnel()
  return () => funnel.view().show === 'report'
}

function Narrowing() {
  const { t } = useWords()
  const funnel = useFunnel()
  return (
    <div class="bar-narrowing">
      <SearchField
        value={funnel.view().search}
        label={t('funnel.search')}
        onInput={(search) => funnel.change({ search })}
      />
      <FilterMenu />
      <SettingsMenu />
      <SheetMenu />
    </div>
  )
}
