import { createMemo, Show } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { viewProblems } from '../../../../shared/lists/view.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { ListState } from '../state.ts'
import type { KeptViews } from './kept-views.ts'

/** What the notice about a view is given. */
export interface ViewNoticeProps {
  readonly collection: CollectionName
  readonly state: ListState
  readonly kept: KeptViews
  /** Opens the conditions, each of which says what is wrong with it. */
  readonly onFilter: () => void
}

/** Says that the view of a link is not here, and which fields of a view are no more; what is left of it is shown. */
export function ViewNotice(props: ViewNoticeProps) {
  const { t } = useWords()
  const problems = createMemo(() => viewProblems(props.state.view(), props.collection))
  const names = () => {
    const { columns, sort, group } = problems()
    return [...new Set([...columns, ...sort, ...group])].map((name) => `«${name}»`).join(', ')
  }
  return (
    <>
      <Show when={props.kept.missing()}>
        {(why) => (
          <div class="view-notice">
            <Banner>{t(`lists.views.missing.${why()}`)}</Banner>
          </div>
        )}
      </Show>
      <Show when={names() !== ''}>
        <div class="view-notice">
          <Banner look="warn">{t('lists.views.gone', { names: names() })}</Banner>
        </div>
      </Show>
      <Show when={problems().filter.length > 0}>
        <div class="view-notice">
          <Banner look="warn" action={{ label: t('lists.views.toConditions'), run: () => props.onFilter() }}>
            {t('lists.views.conditions')}
          </Banner>
        </div>
      </Show>
    </>
  )
}
