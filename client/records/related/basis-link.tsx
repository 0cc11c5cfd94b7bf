import { type Accessor, Show } from 'solid-js'
import { Link } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { addressOf } from '../address.ts'
import { useDocumentName } from './document-name.ts'
import type { RelatedDocument } from './documents.ts'
import './related.css'

/** What a record was made from, at the head of its card, and the way there; nothing where it was made from none. */
export function BasisLink(props: { readonly documents: Accessor<readonly RelatedDocument[]> }) {
  const { t } = useWords()
  const name = useDocumentName()
  return (
    <Show when={props.documents().find(({ step }) => step === -1)}>
      {(basis) => (
        <p class="basis-link">
          <span class="dim">{t('trade.making.basis')}: </span>
          <Show when={addressOf(basis().collection, basis().item)} fallback={name(basis())}>
            {(href) => <Link href={href()}>{name(basis())}</Link>}
          </Show>
        </p>
      )}
    </Show>
  )
}
