import { createEffect, createSignal, Show } from 'solid-js'
import { keepMark, keptMark, markAfter, readMark } from './data/page/kept/unsent-mark.ts'
import { createQuery } from './data/page/solid.tsx'
import type { Account } from './data/protocol.ts'
import type { StatusAnswer } from './data/queries/query.ts'
import { Banner } from './ui/signs/banner.tsx'
import { useWords } from './ui/words/words.tsx'

/** Where what is told of the account's data on this device is known from. */
export interface ClearedBannerProps {
  readonly account: Account
  readonly status: StatusAnswer | undefined
}

/**
 * «Браузер стер данные»: while the program was closed. What only this device had is counted in a mark that outlives its
 * databases, and how much of it is lost stands here until it is read.
 */
export function ClearedBanner(props: ClearedBannerProps) {
  const { t } = useWords()
  const { account } = props
  const drafts = createQuery(() => ({ what: 'drafts' }) as const)
  const [mark, setMark] = createSignal(keptMark(account))
  const keep = (next: ReturnType<typeof mark>) => {
    keepMark(account, next)
    setMark(next)
  }
  createEffect(() => {
    const [status, begun] = [props.status, drafts()]
    // What is worked in without the databases says nothing of them.
    if (!status || !begun || status.storage === 'memory') return
    const { waiting, files } = status
    const unsent = waiting.count + status.notAccepted.length + files.waiting + files.failed
    keep(markAfter(keptMark(account), { replica: status.replica, unsent, drafts: begun.drafts.length }))
  })
  const read = () => {
    const last = keptMark(account)
    keep(last && readMark(last))
  }
  return (
    <Show when={mark()?.lost}>
      {(lost) => (
        <Banner
          look={lost().unsent + lost().drafts > 0 ? 'loss' : 'info'}
          action={{ label: t('shell.cleared.read'), run: read }}
        >
          {t('shell.cleared.told')} <Show when={lost().unsent}>{(n) => t('shell.cleared.unsent', { n: n() })}</Show>{' '}
          <Show when={lost().drafts}>{(n) => t('shell.cleared.drafts', { n: n() })}</Show>
          <Show when={lost().unsent + lost().drafts === 0}>{t('shell.cleared.nothing')}</Show>
        </Banner>
      )}
    </Show>
  )
}
