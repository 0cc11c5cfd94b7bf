import HardDriveDownload from 'lucide-solid/icons/hard-drive-download'
import { Show } from 'solid-js'
import type { BackupsView } from '../../../../shared/accounts/api.ts'
import { Failure } from '../../../../shared/errors.ts'
import { api } from '../../../data/page/api.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { single } from '../../../ui/actions/single.ts'
import { Fact } from '../../../ui/layout/fact.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './backups.css'

/** «Резервные копии»: when the last one was made, what is wrong with that, and one made now. */
export function Backups() {
  const { t, format } = useWords()
  const acts = useActs()
  const answer = createServerAnswer<BackupsView>(() => '/api/backups')
  const make = single(async () => {
    await acts.attempt(() => api('POST', '/api/backups'))
    answer.refetch()
  })
  const isForbidden = () => {
    const error = answer.error()
    return error instanceof Failure && error.code === 'role-forbids'
  }
  return (
    <Page title={t('keeping.title')}>
      <div class="backups">
        <Show when={answer.error()}>
          <Banner look="warn">{t(isForbidden() ? 'keeping.ownerOnly' : 'keeping.needsNetwork')}</Banner>
        </Show>
        <Show when={answer.value()}>
          {(view) => (
            <>
              <Warnings view={view()} />
              <dl class="facts backup-facts">
                <Fact name={t('keeping.last')}>{lastOf(view())}</Fact>
                <Fact name={t('keeping.count')}>{format.integer(view().count)}</Fact>
                <Fact name={t('keeping.next')}>{nextOf(view())}</Fact>
                <Fact name={t('keeping.folder')}>{folderOf(view())}</Fact>
              </dl>
              <Button icon={HardDriveDownload} onClick={() => void make()}>
                {t('keeping.makeNow')}
              </Button>
              <p class="dim">{t('keeping.hint')}</p>
            </>
          )}
        </Show>
      </div>
    </Page>
  )

  function lastOf({ last }: BackupsView): string {
    if (last === null) return t('keeping.none')
    return t('keeping.lastIs', { when: format.when(last.at), size: format.bytes(last.bytes) })
  }

  function folderOf({ server, folder }: BackupsView): string {
    return server === null ? folder : `${server}: ${folder}`
  }

  function nextOf({ next }: BackupsView): string {
    return next === null ? t('keeping.never') : format.when(next)
  }
}

/** What the owner has to know: the reason in words. */
function Warnings(props: { readonly view: BackupsView }) {
  const { t, format, sentence } = useWords()
  return (
    <>
      <Show when={props.view.failed}>
        {(failed) => (
          <Banner look="loss">
            {t('keeping.failed', { when: format.when(failed().at) })}{' '}
            {sentence(new Failure(failed().code, failed().params))}
          </Banner>
        )}
      </Show>
      <Show when={props.view.isLate}>
        <Banner look="loss">{t('keeping.late')}</Banner>
      </Show>
      <Show when={(props.view.last?.damaged ?? 0) > 0}>
        <Banner look="loss">{t('keeping.damaged')}</Banner>
      </Show>
    </>
  )
}
