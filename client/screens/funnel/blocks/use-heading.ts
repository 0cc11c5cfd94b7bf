import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'

/** «Вид заказ-наряда: Кухни под заказ». */
export function useHeading(): (kind: string) => string {
  const { t } = useWords()
  const { names } = useFunnel()
  return (id) => {
    const sort = names.kinds()?.find((kind) => kind.id === id)?.sort ?? 'customer'
    return t(`funnel.block.${sort}`, { kind: names.kind(id) })
  }
}
