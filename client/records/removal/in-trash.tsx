import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import type { Fields } from '../../../shared/records/declarations/collection.ts'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { useMayWrite } from '../rights.ts'
import { fieldLabel } from '../words/labels.ts'

/** What is said of a reference whose record was removed. */
interface InTrashProps {
  readonly collection: CollectionName
  /** The field that refers to it, and what stands there. */
  readonly field: string
  readonly id: string | null
  readonly name: string | null
}

/** A record that another one refers to is in «Корзина»: who it is, and the way back. */
export function InTrash(props: InTrashProps) {
  const { t } = useWords()
  const acts = useActs()
  const to = () => (COLLECTIONS[props.collection].fields as Fields)[props.field]?.to as CollectionName
  const restore = () => {
    if (props.id !== null) void acts.run('restoreRecord', { collection: to(), id: props.id })
  }
  const text = () => t('orders.inTrash', { what: t(fieldLabel(props.collection, props.field)), name: props.name ?? '' })
  const action = () => (useMayWrite(to()) ? { label: t('common.restore'), run: restore } : undefined)
  return (
    <Banner look="warn" action={action()}>
      {text()}
    </Banner>
  )
}
