import { Button } from '../../../ui/actions/button.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { ListState } from '../state.ts'

/** Whether a list is searched, or filtered by more than its scope. */
export function isNarrowed(state: ListState): boolean {
  return state.found() !== null || state.view().search !== '' || state.rest().length > 0
}

/** In place of rows where a search or a filter leaves none: the way back to all of them. */
export function NothingFound(props: { readonly state: ListState }) {
  const { t } = useWords()
  const widen = () => props.state.release({ search: '', filter: props.state.scope().filter })
  return (
    <EmptyState title={t('common.fields.nothingFound')} text={t('lists.narrowed.text')}>
      <Button onClick={widen}>{t('lists.narrowed.widen')}</Button>
    </EmptyState>
  )
}
