import { Show } from 'solid-js'
import { SearchField } from '../../../ui/inputs/search-field.tsx'
import { Segmented } from '../../../ui/inputs/segmented.tsx'
import { COMPACT, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { BY } from '../view/address.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { Differs } from './differs.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { PeriodPick } from './period-pick.tsx'
import './bar.css'

/**
 * How the funnel is looked at: period, variant, filter, search, columns; and what of it differs from the first
 * view, where there is room: on phones that scrolls with the report.
 */
export function Bar() {
  const { t } = useWords()
  const funnel = useFunnel()
  const isCompact = createMedia(COMPACT)
  return (
    <>
      <PeriodPick />
      <Segmented
        label={t('funnel.variant')}
        bare
        value={funnel.view().by}
        options={BY.map((value) => ({ value, label: t(`funnel.by.${value}`) }))}
        onCommit={(by) => funnel.change({ by, open: [] })}
      />
      <SearchField
        value={funnel.view().search}
        label={t('funnel.search')}
        onInput={(search) => funnel.change({ search })}
      />
      <FilterMenu />
      <ColumnsMenu />
      <Show when={!isCompact()}>
        <Differs />
      </Show>
    </>
  )
}
