import { createMemo, For, Show } from 'solid-js'
import type { Sort } from '../../../../../shared/orders/collections.ts'
import { createQuery } from '../../../../data/page/solid.tsx'
import type { ShownFile } from '../../../../data/queries/files/query.ts'
import { Checkbox } from '../../../../ui/inputs/toggles/checkbox.tsx'
import { Fold } from '../../../../ui/layout/fold.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { PapersChoice } from '../../papers-choice.tsx'
import type { createMessage } from '../create-message.ts'

interface FromCardsProps {
  readonly message: ReturnType<typeof createMessage>
  readonly sort: Sort
  /** Files of the order, then of the customer. */
  readonly known: readonly ShownFile[]
  /** Folded away at first. */
  readonly folded: boolean
}

/** What goes with a letter out of the cards: papers of the order, files of the order and of the customer. */
export function FromCards(props: FromCardsProps) {
  const { t } = useWords()
  const { typed, put } = props.message
  const hasPapers = () => typed().order !== null
  const turn = (id: string, isOn: boolean) => {
    const others = typed().files.filter((one) => one !== id)
    put({ files: isOn ? [...others, id] : others })
  }
  const chosen = () => [
    ...typed().papers.map((kind) => t(`papers.kinds.${kind as 'act'}`)),
    ...props.known.filter(({ id }) => typed().files.includes(id)).map(({ name }) => name ?? ''),
  ]
  return (
    <Show when={hasPapers() || props.known.length > 0}>
      <Fold title={t('messages.write.fromCards')} summary={chosen().join(', ')} open={!props.folded}>
        <div class="write-known">
          <Show when={hasPapers()}>
            <PapersChoice sort={props.sort} chosen={typed().papers} onChange={(papers) => put({ papers })} />
          </Show>
          <For each={props.known}>
            {({ id, name }) => (
              <Checkbox label={name ?? ''} checked={typed().files.includes(id)} onCommit={(isOn) => turn(id, isOn)} />
            )}
          </For>
        </div>
      </Fold>
    </Show>
  )
}

/** Files of an order, then of a customer. */
export function createKnown(order: () => string | null, customer: () => string | null): () => readonly ShownFile[] {
  const filesOf = (about: () => string | null) => createQuery(() => ({ what: 'files', about: about() ?? '' }) as const)
  const ofOrder = filesOf(() => order() && `orders/${order()}`)
  const ofCustomer = filesOf(() => customer() && `customers/${customer()}`)
  return createMemo(() => [...(ofOrder()?.files ?? []), ...(ofCustomer()?.files ?? [])])
}
