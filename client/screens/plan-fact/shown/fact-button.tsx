import { LinkButton } from '../../../ui/actions/link.tsx'
import { type Figure, usePlanFact } from '../context.tsx'

/** A figure that opens the lines behind it; nothing stands behind a nought. */
export function FactButton(props: Figure & { readonly value: number | null }) {
  const { view, words, look } = usePlanFact()
  const text = () => words.figure(view().measure, props.value)
  return (
    <>
      {props.value ? (
        <LinkButton quiet onClick={() => look({ of: props.of, row: props.row, periods: props.periods })}>
          {text()}
        </LinkButton>
      ) : (
        text()
      )}
    </>
  )
}
