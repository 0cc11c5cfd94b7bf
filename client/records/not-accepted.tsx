import { For } from 'solid-js'
import { Failure } from '../../shared/errors.ts'
import { parseKey } from '../../shared/records/keys/key.ts'
import { useData } from '../data/page/solid.tsx'
import type { StatusAnswer } from '../data/queries/query.ts'
import { Button } from '../ui/actions/button.tsx'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { useWords } from '../ui/words/words.tsx'
import './not-accepted.css'

/** What the list of refused writes is given. */
export interface NotAcceptedDialogProps {
  readonly open: boolean
  readonly rows: StatusAnswer['notAccepted']
  readonly onClose: () => void
}

/** «Не принято»: writes that the server refused for good, each with the reason; giving one up removes it here. */
export function NotAcceptedDialog(props: NotAcceptedDialogProps) {
  const { t, sentence } = useWords()
  const data = useData()
  const pathOf = (key: string) => parseKey(key)?.path ?? key
  return (
    <Dialog open={props.open} title={t('settings.notAccepted.title')} onClose={props.onClose}>
      <p>{t('settings.notAccepted.text')}</p>
      <ul class="not-accepted">
        <For each={props.rows}>
          {(row) => (
            <li>
              <span>
                <strong>{pathOf(row.key)}</strong> {sentence(new Failure(row.code))}
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
