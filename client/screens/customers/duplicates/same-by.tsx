import type { Sign } from '../../../../shared/customers/duplicates/signs.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** «Совпадает: ИНН, телефон». */
export function SameBy(props: { readonly by: readonly Sign[] }) {
  const { t } = useWords()
  const signs = () => props.by.map((sign) => t(`customers.alike.signs.${sign}`)).join(', ')
  return <p class="dim">{t('customers.alike.sameBy', { signs: signs() })}</p>
}
