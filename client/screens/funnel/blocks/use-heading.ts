import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'

/** «Вид заказ-наряда: Кухни под заказ»; of a kind that is not here «Вид заказ-наряда не найден: 3f2a…». */
export function useHeading(): (kind: string) => string {
  const { t } = useWords()
  const funnel = useFunnel()
  return (id) => {
    const found = funnel.answer()?.kinds.find((kind) => kind.id === id)
    if (!found) return funnel.names.kind(id)
    if (found.gone !== 'missing') return t(`funnel.block.${found.sort}`, { kind: found.name })
    return id === '' ? t(`funnel.noKind.${found.sort}`) : t(`funnel.missingKind.${found.sort}`, { id })
  }
}
