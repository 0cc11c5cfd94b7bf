import { createSignal, For, Show } from 'solid-js'
import { type Mailing, mailings } from '../../../../shared/mailings/collections.ts'
import { type Counts, shareOf } from '../../../../shared/mailings/counts.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { useWhy } from '../../../records/words/why.ts'
import { Fold } from '../../../ui/layout/fold.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ProgressBar } from '../../../ui/work/progress-bar.tsx'
import { MailingStateChip } from '../list/state-chip.tsx'
import { Doubtful } from './doubtful.tsx'
import { OrdersBehind } from './orders-behind.tsx'

/** «Идет» and «итоги»: how far a mailing has come, and what came of it. */
export function Results(props: { readonly id: string }) {
  const mayWrite = useMayWrite('mailings')
  const record = createRecord(mailings, () => props.id)
  const begun = () => {
    const row = record()?.row
    return row && row.begun !== null ? row : null
  }
  return <Show when={begun()}>{(row) => <Came mailing={row()} mayWrite={mayWrite && !row().gone} />}</Show>
}

type Figure = 'all' | Exclude<keyof Counts, 'doubtful'>

function Came(props: { readonly mailing: Mailing; readonly mayWrite: boolean }) {
  const { t, format } = useWords()
  const whyIn = useWhy()
  const [showsOrders, setShowsOrders] = createSignal(false)
  const all = () => props.mailing.all ?? 0
  const came = (name: Figure) => props.mailing[name] ?? (name === 'waiting' ? all() : 0)
  const share = (name: Figure) => {
    const part = shareOf(name, props.mailing)
    return part === null ? null : format.percent(part, 1)
  }
  const shown = (): readonly Figure[] => [
    'all',
    'sent',
    'waiting',
    'bounced',
    'failed',
    'leftOut',
    ...(props.mailing.countsOpened ? (['opened'] as const) : []),
    ...(props.mailing.countsClicked ? (['clicked'] as const) : []),
    'unsubscribed',
  ]
  return (
    <div class="mailing-came">
      <p class="mailing-state">
        <MailingStateChip state={props.mailing.state} />
        <Show when={props.mailing.begun}>{(begun) => <span class="dim">{format.when(begun())}</span>}</Show>
      </p>
      <Show when={props.mailing.state === 'running' || props.mailing.state === 'paused'}>
        <ProgressBar
          label={t('mailings.progress')}
          progress={{ done: all() - came('waiting'), total: all(), way: 'forth' }}
        />
      </Show>
      <Show when={whyIn(props.mailing.why)}>
        {(why) => <Banner look={props.mailing.state === 'paused' ? 'warn' : 'info'}>{why()}</Banner>}
      </Show>
      <dl class="mailing-figures">
        <For each={shown()}>
          {(name) => (
            <div>
              <dt>{t(`mailings.figures.${name}`)}</dt>
              <dd class="n">
                {format.integer(came(name))}
                <Show when={share(name)}>{(part) => <span class="dim"> {part()}</span>}</Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.mayWrite}>
        <Doubtful mailing={props.mailing} />
      </Show>
      <Fold title={t('mailings.orders.title')} summary="" onToggle={setShowsOrders}>
        <Show when={showsOrders()}>
          <OrdersBehind mailing={props.mailing} />
        </Show>
      </Fold>
    </div>
  )
}
