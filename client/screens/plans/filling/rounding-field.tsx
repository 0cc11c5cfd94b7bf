import { ROUNDINGS } from '../../../../shared/plans/filling/rule.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface RoundingFieldProps {
  /** Minor units. */
  readonly value: number
  readonly onCommit: (step: number) => void
}

/** To what sums are rounded. */
export function RoundingField(props: RoundingFieldProps) {
  const { t } = useWords()
  const options = () => ROUNDINGS.map((step) => ({ value: String(step), label: t(`plans.filling.rounding.r${step}`) }))
  return (
    <Select
      label={t('plans.filling.round')}
      value={String(props.value)}
      options={options()}
      onCommit={(step) => props.onCommit(Number(step ?? 1))}
    />
  )
}
