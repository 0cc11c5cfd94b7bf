import { For } from 'solid-js'
import { COLLECTIONS, type CollectionName, collectionNamed } from '../../../shared/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { parseKey } from '../../../shared/records/keys/key.ts'
import { createRecord, useData } from '../../data/page/solid.tsx'
import type { StatusAnswer } from '../../data/queries/query.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { nameOf } from '../address.ts'
import { oneLabel, pathTitle } from '../words/labels.ts'
import { Written } from '../written.tsx'
import './not-accepted.css'

type Refused = StatusAnswer['notAccepted'][number]

/** What the list of refused writes is given. */
export interface NotAcceptedDialogProps {
  readonly open: boolean
  readonly rows: readonly Refused[]
  readonly onClose: () => void
}

/** «Не принято»: writes that the server refused for good, each with the reason; one that is given up leaves, and can be had back. */
export function NotAcceptedDialog(props: NotAcceptedDialogProps) {
  const { t, sentence } = useWords()
  const giveUp = useGivingUp()
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
              <Button size="small" onClick={() => giveUp(row.seq)}>
                {t('settings.notAccepted.giveUp')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  )
}

/** Takes a refused write away, says so, and offers the way back. */
function useGivingUp() {
  const { t } = useWords()
  const data = useData()
  const toasts = useToasts()
  const { attempt } = useActs()
  return (seq: number) =>
    void attempt(async () => {
      const givenUp = await data.giveUp(seq)
      const run = () => givenUp && void attempt(() => data.takeBack(givenUp))
      if (givenUp) toasts.show({ text: t('settings.notAccepted.givenUp'), action: { label: t('common.undo'), run } })
    })
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
      <span class="dim">{pathTitle(t, named, path)}</span>
      <Written collection={named} path={path} value={props.row.value} />
    </>
  )
}
