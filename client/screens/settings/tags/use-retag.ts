import type { CollectionName } from '../../../../shared/collections.ts'
import type { CommandResult } from '../../../../shared/commands.ts'
import { TAGGED } from '../../../../shared/tags/tagged.ts'
import { useData } from '../../../data/page/solid.tsx'
import type { ListQuery } from '../../../data/queries/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** Renames a tag in all records, or takes it away (null), as one act with an undo; what kept it is told. Rejects with the command's Failure. */
export function useRetag(): (from: string, to: string | null) => Promise<void> {
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const { t } = useWords()
  const taggedIn = async (collection: CollectionName, tag: string) => {
    const { ids } = await data.once({ what: 'ids', list: listOf(collection, tag), between: null })
    return ids.map((id) => ({ collection, id }))
  }
  return async (from, to) => {
    const records = (await Promise.all(TAGGED.map((collection) => taggedIn(collection, from)))).flat()
    const label = t(to === null ? 'settings.tags.removing' : 'settings.tags.renaming')
    const { act, result } = await toasts.during(
      label,
      (underWay) => data.run('retag', { records, from, to }, underWay),
      'change-stopped',
    )
    acts.said(told(result), act)
  }

  function told({ changed, left }: CommandResult<'retag'>): string {
    const done = t('settings.tags.done', { n: changed })
    return left.length === 0 ? done : `${done} ${t('settings.tags.left', { n: left.length })}`
  }
}

function listOf(collection: CollectionName, tag: string): ListQuery {
  const filter = [{ field: 'tags', is: 'in', values: [tag] }] as const
  return { what: 'list', collection, filter, search: '', sort: [], group: [], from: 0, to: 0 }
}
