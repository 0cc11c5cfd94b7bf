import { Show } from 'solid-js'
import { COLLECTIONS } from '../../../../../shared/collections.ts'
import { type Basis, parseBasis } from '../../../../../shared/orders/made/basis.ts'
import type { Collection } from '../../../../../shared/records/declarations/collection.ts'
import { createRecord } from '../../../../data/page/solid.tsx'
import { addressOf, nameOf } from '../../../../records/address.ts'
import { oneLabel } from '../../../../records/words/labels.ts'
import { Link } from '../../../../ui/actions/link.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

/** What an order was made from, and the way there. */
export function BasisLine(props: { readonly basis: string | null }) {
  return <Show when={parseBasis(props.basis)}>{(basis) => <Shown basis={basis()} />}</Show>
}

function Shown(props: { readonly basis: Basis }) {
  const { t } = useWords()
  const record = createRecord<Collection>(COLLECTIONS[props.basis.collection], () => props.basis.id)
  const item = () => record()?.item ?? null
  const name = () => `${t(oneLabel(props.basis.collection))} ${nameOf(item() ?? { id: props.basis.id })}`
  const address = () => {
    const known = item()
    return known && addressOf(props.basis.collection, known)
  }
  return (
    <p class="dim">
      {t('trade.making.basis')}:{' '}
      <Show when={address()} fallback={name()}>
        {(href) => <Link href={href()}>{name()}</Link>}
      </Show>
    </p>
  )
}
