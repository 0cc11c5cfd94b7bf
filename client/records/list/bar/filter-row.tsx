import ListFilter from 'lucide-solid/icons/list-filter'
import { For, type JSX, type ParentProps, Show } from 'solid-js'
import { type Filter, rowsOf } from '../../../../shared/filters/filter.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFilterGround } from '../filter/context.tsx'
import { QuickFilter } from './quick-filter.tsx'
import './list-bar.css'

/** What the row of filters is given. */
export interface FilterRowProps {
  /** Built-in fields with a filter of their own; behind them stand those that the company added as such. */
  readonly quick: readonly string[]
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  /** The conditions that are counted on the button: all but those that are chosen elsewhere. */
  readonly counted: Filter
  readonly isUnfolded: boolean
  readonly onUnfold: () => void
  /** Nothing stands before it in its bar. */
  readonly isAlone?: boolean
  /** What stands before the quick filters, in the same row. */
  readonly before?: JSX.Element
}

/** Quick filters over what is shown, and the button that unfolds the whole filter; further ways of looking behind them. */
export function FilterRow(props: ParentProps<FilterRowProps>) {
  const { t } = useWords()
  const ground = useFilterGround()
  const count = () => rowsOf(props.counted).filter((row) => !row.off).length
  return (
    <div class="list-bar-quick" classList={{ alone: props.isAlone ?? false }}>
      {props.before}
      <For each={[...props.quick, ...ground.quick]}>
        {(field) => <QuickFilter field={field} filter={props.filter} onChange={props.onChange} />}
      </For>
      <Button
        class="quick-all"
        look="ghost"
        size="small"
        icon={ListFilter}
        aria-expanded={props.isUnfolded}
        onClick={() => props.onUnfold()}
      >
        {t('lists.filter.title')}
        <Show when={count() > 0}>
          <span class="badge">{count()}</span>
        </Show>
      </Button>
      {props.children}
    </div>
  )
}
