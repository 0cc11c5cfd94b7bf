import Send from 'lucide-solid/icons/send'
import { createSignal, For, Show } from 'solid-js'
import { mailingRecipients } from '../../../../shared/mailings/collections.ts'
import { readerId } from '../../../../shared/mailings/reader-id.ts'
import { whyOf } from '../../../../shared/rules/why.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import type { MailingAudienceAnswer } from '../../../data/queries/mailings/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useWhy } from '../../../records/words/why.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ProgressBar } from '../../../ui/work/progress-bar.tsx'
import { createAudience } from './audience.ts'
import { createBegin } from './begin.ts'
import { Preview } from './preview.tsx'
import type { StepProps } from './step.ts'
import { TestToMyself } from './test-to-myself.tsx'
import { createNoWayOut, NoWayOut } from './way-out.tsx'

/** «Проверка»: whom it would go to, what each would read, a letter to oneself; then it begins. */
export function Check(props: StepProps) {
  const { t } = useWords()
  const audience = createAudience(() => props.mailing)
  // Its document stays open as long as one looks: that is where readers are written.
  createRecord(mailingRecipients, () => readerId(props.mailing.id, ''))
  const hasNoWayOut = createNoWayOut(() => props.mailing)
  const isWhole = () => props.mailing.segment !== null && props.mailing.template !== null
  return (
    <Section title={t('mailings.steps.check')}>
      <Show when={isWhole()} fallback={<p class="dim">{t('mailings.start.lacks')}</p>}>
        <Show when={audience.answer()}>
          {(answer) => (
            <>
              <Whom answer={answer()} again={audience.again} />
              <Show when={answer().readers.length > 0}>
                <Preview template={props.mailing.template ?? ''} readers={answer().readers} />
                <Show when={!props.readOnly}>
                  <TestToMyself mailing={props.mailing} as={answer().readers[0]?.customer ?? null} />
                  <Show when={!hasNoWayOut()} fallback={<NoWayOut />}>
                    <Begin {...props} count={answer().readers.length} />
                  </Show>
                </Show>
              </Show>
            </>
          )}
        </Show>
      </Show>
    </Section>
  )
}

function Whom(props: { readonly answer: MailingAudienceAnswer; readonly again: () => void }) {
  const { t } = useWords()
  const whyIn = useWhy()
  const bare = (code: MailingAudienceAnswer['left'][number]['code']) =>
    whyIn(whyOf(code, { answer: '' })).replace(/:\s*$/, '')
  return (
    <div class="mailing-whom">
      <p class="mailing-count">
        <strong>{t('mailings.audience.count', { n: props.answer.readers.length })}</strong>{' '}
        <LinkButton onClick={props.again}>{t('mailings.audience.again')}</LinkButton>
      </p>
      <Show when={props.answer.problems.length > 0}>
        <Banner look="warn">{t('mailings.audience.problems')}</Banner>
      </Show>
      <Show when={props.answer.readers.length === 0 && props.answer.problems.length === 0}>
        <Banner>{t('mailings.audience.nobody')}</Banner>
      </Show>
      <ul class="mailing-left dim">
        <Show when={props.answer.without > 0}>
          <li>{t('mailings.audience.without', { n: props.answer.without })}</li>
        </Show>
        <Show when={props.answer.doubled > 0}>
          <li>{t('mailings.audience.doubled', { n: props.answer.doubled })}</li>
        </Show>
      </ul>
      <Show when={props.answer.left.length > 0}>
        <p class="dim">{t('mailings.audience.leftLead')}</p>
        <ul class="mailing-left dim">
          <For each={props.answer.left}>
            {({ code, count }) => <li>{t('mailings.audience.left', { why: bare(code), n: count })}</li>}
          </For>
        </ul>
      </Show>
    </div>
  )
}

function Begin(props: StepProps & { readonly count: number }) {
  const { t } = useWords()
  const acts = useActs()
  const begin = createBegin()
  const [asks, setAsks] = createSignal(false)
  const [progress, setProgress] = createSignal<{ readonly done: number; readonly total: number }>()
  const start = async () => {
    await acts.attempt(() => begin(props.mailing, (done, total) => setProgress({ done, total })))
    setProgress(undefined)
  }
  return (
    <div class="mailing-begin">
      <Button look="primary" icon={Send} busy={progress() !== undefined} onClick={() => setAsks(true)}>
        {t('mailings.start.act')}
      </Button>
      <Show when={progress()}>
        {(now) => <ProgressBar label={t('mailings.start.freezing')} progress={{ ...now(), way: 'forth' }} />}
      </Show>
      <ConfirmDialog
        open={asks()}
        title={t('mailings.start.title')}
        act={t('mailings.start.act')}
        onConfirm={start}
        onClose={() => setAsks(false)}
      >
        {t('mailings.start.text', { count: t('mailings.audience.count', { n: props.count }) })}
      </ConfirmDialog>
    </div>
  )
}
