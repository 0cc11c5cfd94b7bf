import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'

/** By what the groups of a kind are compared: the whole way, or one of its states. */
export function Compare(props: { readonly kind: string; readonly states: readonly string[] }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const at = () => funnel.view().at[props.kind]
  const options = () => [
    { value: WHOLE, label: t('funnel.compare.whole') },
    ...props.states.map((state, index) => {
      const { name, hue } = funnel.names.state(state)
      return { value: state, label: t('orders.placed', { place: index + 1, name }), hue }
    }),
  ]
  const choose = (value: string | null) => {
    const { [props.kind]: _, ...others } = funnel.view().at
    funnel.change({ at: value === WHOLE || value === null ? others : { ...others, [props.kind]: value } })
  }
  return (
    <div class="compare">
      <span class="compare-label" aria-hidden="true">
        {t('funnel.compare.label')}
      </span>
      <Select
        label={t('funnel.compare.label')}
        class="compare-pick"
        bare
        value={props.states.includes(at() ?? '') ? (at() ?? WHOLE) : WHOLE}
        options={options()}
        onCommit={choose}
      />
    </div>
  )
}

const WHOLE = 'whole way'
