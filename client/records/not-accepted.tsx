import { For } from 'solid-js'
import { COLLECTIONS, type CollectionName, collectionNamed } from '../../shared/collections.ts'
import { Failure } from '../../shared/errors.ts'
import type { Collection } from '../../shared/records/declarations/collection.ts'
import { parseKey } from '../../shared/records/keys/key.ts'
import { createRecord, useData } from '../data/page/solid.tsx'
import type { StatusAnswer } from '../data/queries/query.ts'
import { Button } from '../ui/actions/button.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { useWords } from '../ui/words/words.tsx'
import { nameOf } from './address.ts'
import { oneLabel, pathLabel } from './words/labels.ts'
import './not-accepted.css'

type Refused = StatusAnswer['notAccepted'][number]

/** What the list of refused writes is given. */
export interface NotAcceptedDialogProps {
  readonly open: boolean
  readonly rows: readonly Refused[]
  readonly onClose: () => void
}

/** «Не принято»: writes that the server refused for good, each with the reason; giving one up removes it here. */
export function NotAcceptedDialog(props: NotAcceptedDialogProps) {
  const { t, sentence } = useWords()
  const data = useData()
  return (
    <Dialog open={props.open} title={t('settings.notAccepted.title')} onClose={props.onClose}>
      <p>{t('settings.notAccepted.text')}</p>
      <ul class="not-accepted">
        <For each={props.rows}>
          {(row) => (
            <li>
              <span>
                <What row={row} />
                {sentence(new Failure(row.code))}
              </span>
              <Button size="small" onClick={() => void data.giveUp(row.seq)}>
                {t('settings.notAccepted.giveUp')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  )
}

/** What was written: a field of a record, by their names. A collection that this program does not know is named as it is. */
function What(props: { readonly row: Refused }) {
  const { t } = useWords()
  const { collection, key } = props.row
  const { id = key, path = '' } = parseKey(key) ?? {}
  if (!collectionNamed(collection)) return <strong>{`${collection} ${path}`}</strong>
  const named = collection as CollectionName
  const record = createRecord<Collection>(COLLECTIONS[named], () => id)
  const name = () => {
    const item = record()?.item
    return item ? ` ${nameOf(item)}` : ''
  }
  return (
    <>
      <strong>
        {t(oneLabel(named))}
        {name()}
      </strong>
      <span class="dim">{t(pathLabel(named, path))}</span>
    </>
  )
}
