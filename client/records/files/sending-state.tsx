import { Match, Switch } from 'solid-js'
import { Failure } from '../../../shared/errors.ts'
import { useData } from '../../data/page/solid.tsx'
import type { ShownFile } from '../../data/queries/files/query.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { Names } from '../words/who.ts'

/** How far a file is on its way to everybody; nothing where it has arrived. */
export function SendingState(props: { readonly file: ShownFile; readonly names: Names }) {
  const { t, format, sentence } = useWords()
  const data = useData()
  const sending = () => props.file.sending
  const percent = () => {
    const sent = sending()?.sent
    return sent === null || sent === undefined ? null : Math.floor((100 * sent) / Math.max(1, props.file.size ?? 1))
  }
  return (
    <Switch>
      <Match when={sending()?.failed}>
        {(failed) => (
          <span class="file-state loss">
            {t('files.failed', { why: sentence(new Failure(failed().code, failed().params)) })}
            <Button size="small" onClick={() => void data.retryFile(props.file.id)}>
              {t('files.again')}
            </Button>
          </span>
        )}
      </Match>
      <Match when={percent() !== null && percent()}>
        {(share) => (
          <span class="file-state">
            <progress max={100} value={share()} aria-label={t('files.sending', { percent: format.percent(share()) })} />
            <span class="dim">{t('files.sending', { percent: format.percent(share()) })}</span>
          </span>
        )}
      </Match>
      <Match when={sending()}>
        <span class="file-state dim">{t('files.waiting')}</span>
      </Match>
      <Match when={props.file.stored === null && !props.file.isHere}>
        <span class="file-state dim">{t('files.elsewhere', { who: props.names.replica(props.file.madeBy) })}</span>
      </Match>
    </Switch>
  )
}
