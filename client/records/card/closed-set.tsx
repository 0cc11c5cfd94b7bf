import { MultiSelect } from '../../ui/inputs/choice/multi-select.tsx'
import type { Option } from '../../ui/inputs/choice/option.tsx'
import type { FieldProps } from '../../ui/inputs/field/field.tsx'

/** What the choice of several words is given. */
interface ClosedSetProps extends FieldProps {
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onCommit: (chosen: readonly string[]) => unknown
}

/** Any of a closed set of words; one that is chosen and not among them is shown as it is, and can be taken out. */
export function ClosedSet(props: ClosedSetProps) {
  const unknown = () => props.chosen.filter((word) => !props.options.some(({ value }) => value === word))
  const options = () => [...props.options, ...unknown().map((word) => ({ value: word, label: word }))]
  const named = () =>
    options()
      .filter(({ value }) => props.chosen.includes(value))
      .map(({ label }) => label)
      .join(', ')
  return <MultiSelect {...props} options={options()} text={named()} onChange={(chosen) => props.onCommit(chosen)} />
}
