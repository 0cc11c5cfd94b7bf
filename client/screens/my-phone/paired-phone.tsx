import { createSignal, For, Show } from 'solid-js'
import type { PhoneRequest } from '../../../shared/calls/protocol.ts'
import type { FailureCode } from '../../../shared/errors.ts'
import type { KeptPhone } from '../../data/page/kept/kept-phone.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createLine } from './line/create-line.ts'
import { ProfileSection } from './profile-section.tsx'
import { RequestCard } from './request/request-card.tsx'
import { type Dialled, reportsOf } from './request/talk.ts'
import { TalkForm } from './request/talk-form.tsx'

interface PairedPhoneProps {
  readonly user: string
  readonly paired: KeptPhone
  readonly onForget: () => void
}

/** Its key is worth nothing any more: only pairing anew helps. */
const OVER: readonly FailureCode[] = ['phone-key-wrong', 'phone-off']

/** What this phone is asked to do, and what came of it. */
export function PairedPhone(props: PairedPhoneProps) {
  const { t, sentence } = useWords()
  const line = createLine(props.user, props.paired)
  const [dialled, setDialled] = createSignal<Dialled | null>(null)
  const isOver = () => OVER.includes(line.trouble()?.code ?? 'unexpected')
  const handOver = (request: PhoneRequest) => {
    line.settle(request, { outcome: 'done' })
    if (request.what === 'dial') setDialled({ request, number: request.number, at: Date.now() })
  }
  return (
    <>
      <Show when={line.trouble()}>
        {(trouble) => (
          <Banner
            look="warn"
            action={isOver() ? { label: t('myPhone.connectAnew'), run: () => props.onForget() } : undefined}
          >
            {sentence(trouble())}
          </Banner>
        )}
      </Show>
      <Show when={line.waiting() > 0}>
        <p class="dim" role="status">
          {t('myPhone.untold', { n: line.waiting() })}
        </p>
      </Show>
      <Show when={dialled()} keyed>
        {(one) => (
          <TalkForm
            number={one.number}
            onEnd={(end, note) => {
              line.report(reportsOf(one, end, Date.now(), note))
              setDialled(null)
            }}
            onDrop={() => setDialled(null)}
          />
        )}
      </Show>
      <For each={line.requests()}>
        {(request) => (
          <RequestCard
            request={request}
            onDone={() => handOver(request)}
            onRefuse={() => line.settle(request, { outcome: 'failed', failure: 'turnedDown' })}
          />
        )}
      </For>
      <Show when={line.requests().length === 0 && !dialled() && !line.trouble()}>
        <p class="my-phone-waits" role="status">
          {t('myPhone.waits', { name: props.paired.name })}
        </p>
      </Show>
      <ProfileSection paired={props.paired} />
      <Section title={t('myPhone.leave')}>
        <p class="dim">{t('myPhone.leaveText')}</p>
        <Button look="risk" onClick={() => props.onForget()}>
          {t('myPhone.forget')}
        </Button>
      </Section>
    </>
  )
}
