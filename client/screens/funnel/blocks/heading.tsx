import { Show } from 'solid-js'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { useHeading } from './use-heading.ts'

/** The head of a kind's block; a kind that is removed or not here is marked, and what that means is said. */
export function Heading(props: { readonly kind: string }) {
  const { t } = useWords()
  const funnel = useFunnel()
  const heading = useHeading()
  const gone = () => funnel.answer()?.kinds.find(({ id }) => id === props.kind)?.gone
  return (
    <div class="block-head">
      <h2>{heading(props.kind)}</h2>
      <Show when={gone()}>{(how) => <p class="block-gone">{t(`funnel.gone.${how()}`)}</p>}</Show>
    </div>
  )
}
