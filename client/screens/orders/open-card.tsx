import { Show } from 'solid-js'
import type { Sort } from '../../../shared/orders/collections.ts'
import { OrderCard } from './card/card.tsx'
import { DraftCard } from './card/draft-card.tsx'

/** What the card beside a list or board of orders is given. */
export interface OpenCardProps {
  readonly sort: Sort
  /** The order that the address names; undefined where none is open. */
  readonly id: string | undefined
  /** The draft that it names, which goes before. */
  readonly draft: string | undefined
  /** What a fresh draft begins with. */
  readonly kind?: string | undefined
  /** Leads to a path under the screen's own; '' closes the card. It may take the place of where one is, which is then not gone back to. */
  readonly open: (path: string, replace?: boolean) => void
}

/** The card that the address asks for: a draft's, an order's, or none. Another one is drawn anew. */
export function OpenCard(props: OpenCardProps) {
  const close = () => props.open('')
  return (
    <Show
      keyed
      when={props.draft}
      fallback={
        <Show keyed when={props.id}>
          {(id) => <OrderCard id={id} onClose={close} />}
        </Show>
      }
    >
      {(id) => (
        <DraftCard
          id={id}
          sort={props.sort}
          kind={props.kind}
          onClose={close}
          onRecorded={(order) => props.open(`/${order}`, true)}
          onPutBack={() => props.open(`/draft/${id}`)}
        />
      )}
    </Show>
  )
}
