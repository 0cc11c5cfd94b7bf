import FunnelIcon from 'lucide-solid/icons/funnel'
import { createSignal, Show } from 'solid-js'
import { ownersOf } from '../../../../shared/reports/ask.ts'
import { FilterProvider } from '../../../records/list/filter/context.tsx'
import { FilterAdding, FilterTree } from '../../../records/list/filter/tree.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'

/** Which orders, events or calls the report takes in: conditions as lists have them. */
export function FilterPick() {
  const { t } = useWords()
  const report = useReport()
  const [isOpen, setOpen] = createSignal(false)
  const count = () => report.view().filter.length
  const change = (filter: ReturnType<typeof report.view>['filter']) => report.change({ filter })
  return (
    <>
      <Button icon={FunnelIcon} onClick={() => setOpen(true)} title={t('reports.filterTitle')}>
        <span class="report-filter-name">{t('reports.filter')}</span>
        <Show when={count() > 0}>
          <span class="badge">{count()}</span>
        </Show>
      </Button>
      <Dialog
        open={isOpen()}
        title={t('reports.filterTitle')}
        size="wide"
        onClose={() => setOpen(false)}
        footer={
          <Button look="primary" onClick={() => setOpen(false)}>
            {t('common.done')}
          </Button>
        }
      >
        <FilterProvider collection={ownersOf(report.view().source)} without={[]}>
          <Show when={count() === 0}>
            <p class="dim">{t('lists.filter.empty')}</p>
          </Show>
          <FilterTree filter={report.view().filter} onChange={change} />
          <FilterAdding filter={report.view().filter} onChange={change} at={[]} />
        </FilterProvider>
      </Dialog>
    </>
  )
}
