import ChevronDown from 'lucide-solid/icons/chevron-down'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import type { ShownRow } from './rows.ts'

export interface RowHeadProps {
  readonly name: string
  readonly shown: ShownRow
  readonly isFolded: boolean
  readonly onFold: () => void
}

/** What a row is; outer ones fold what stands under them. */
export function RowHead(props: RowHeadProps) {
  const { t } = useWords()
  return (
    <th class="first" scope="row" title={props.name}>
      <Show when={props.shown.folds} fallback={<span class="cut">{props.name}</span>}>
        <button
          type="button"
          class="row-fold"
          tabIndex={-1}
          aria-expanded={!props.isFolded}
          aria-label={t(props.isFolded ? 'reports.unfoldRow' : 'reports.foldRow', { name: props.name })}
          onClick={() => props.onFold()}
        >
          {props.isFolded ? (
            <ChevronRight class="icon" aria-hidden="true" />
          ) : (
            <ChevronDown class="icon" aria-hidden="true" />
          )}
          <span class="cut">{props.name}</span>
        </button>
      </Show>
    </th>
  )
}
