import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { FilterAdding, FilterTree, type FilterTreeProps } from './tree.tsx'
import './filter.css'

/** What the form of a filter is given; it stands inside a FilterProvider. */
export interface FilterPanelProps extends FilterTreeProps {
  readonly onReset: () => void
  readonly onClose: () => void
}

/** A filter as a tree of conditions over a list. Each change takes effect at once. */
export function FilterPanel(props: FilterPanelProps) {
  const { t } = useWords()
  return (
    <section class="filter-panel" aria-label={t('lists.filter.title')}>
      <header>
        <p class="dim">{t(props.filter.length === 0 ? 'lists.filter.empty' : 'lists.filter.all')}</p>
        <IconButton icon={X} label={t('lists.filter.close')} onClick={() => props.onClose()} />
      </header>
      <FilterTree {...props} />
      <footer>
        <FilterAdding {...props} at={[]} />
        <Show when={props.filter.length > 0}>
          <Button look="ghost" size="small" onClick={() => props.onReset()}>
            {t('lists.filter.reset')}
          </Button>
        </Show>
      </footer>
    </section>
  )
}
