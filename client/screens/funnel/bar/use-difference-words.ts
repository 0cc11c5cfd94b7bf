import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import type { Difference } from '../view/differences.ts'

/** A difference in words. */
export function useDifferenceWords(): (difference: Difference) => string {
  const { t } = useWords()
  const { names } = useFunnel()
  const nameIn = (list: readonly { readonly id: string; readonly name: string | null }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? t('common.state.unknown')
  return ({ what, value }) => {
    if (what === 'sort') return t(value === 'work' ? 'funnel.sort.work' : 'funnel.sort.customer')
    if (what === 'kind') return t('funnel.differs.kind', { name: names.kind(value) })
    if (what === 'manager') return t('funnel.differs.manager', { name: nameIn(names.managers(), value) })
    if (what === 'department') return t('funnel.differs.department', { name: nameIn(names.departments(), value) })
    return what === 'search' ? t('funnel.differs.search', { text: value }) : t(`funnel.differs.${what}`)
  }
}
