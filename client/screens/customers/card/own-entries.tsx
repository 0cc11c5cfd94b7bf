import { type Accessor, type JSX, Show } from 'solid-js'
import { Entries, type EntryRow } from '../../../records/card/entries.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type CustomerList, useCard } from './context.tsx'

interface OwnEntriesProps {
  readonly list: CustomerList
  readonly fields: readonly string[]
  /** Whose entries they are, of phones and addresses: a contact, or the customer itself where there is none. */
  readonly contact?: Accessor<EntryRow> | undefined
  /** Which of the list's entries stand here; all without it. */
  readonly holds?: ((row: EntryRow) => boolean) | undefined
  readonly below?: ((row: Accessor<EntryRow>) => JSX.Element) | undefined
}

/** An editable list of the customer whose card is open; nothing before the customer is made. */
export function OwnEntries(props: OwnEntriesProps) {
  const { t } = useWords()
  const card = useCard()
  const rows = () => card.entries(props.list).filter((row) => props.holds?.(row) ?? true)
  return (
    <Show when={card.row()}>
      {(row) => (
        <Entries
          collection="customers"
          id={props.contact?.().of ?? row().id}
          list={props.list}
          title={t(`customers.lists.${props.list}`)}
          one={t(`customers.one.${props.list}`)}
          fields={props.fields}
          rows={rows()}
          currency={card.currency()}
          readOnly={card.isFixed()}
          apart={card.apart()}
          fresh={props.contact && { contact: props.contact().id }}
          below={props.below}
        />
      )}
    </Show>
  )
}
