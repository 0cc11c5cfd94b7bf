import { createSignal, Show } from 'solid-js'
import type { PhoneList as Answer } from '../../../shared/calls/phones.ts'
import { useData } from '../../data/page/solid.tsx'
import { ConnectPhone } from '../../records/phones/pairing/connect-phone.tsx'
import { PhoneList } from '../../records/phones/phone-list.tsx'
import { createServerAnswer } from '../../records/server-answer.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** «Мои телефоны»: those that are connected, and connecting one more. */
export function PhonesSection() {
  const { t } = useWords()
  const { user } = useData().account
  const answer = createServerAnswer<Answer>(() => '/api/phones')
  const [isConnecting, setConnecting] = createSignal(false)
  return (
    <Section title={t('phones.own.title')}>
      <p class="dim">{t('phones.own.text')}</p>
      <PhoneList answer={answer} none={t('phones.own.none')} isListed={({ owner }) => owner === user}>
        <div>
          <Button disabled={!answer.value() || !!answer.error()} onClick={() => setConnecting(true)}>
            {t('phones.own.add')}
          </Button>
        </div>
      </PhoneList>
      <Show when={isConnecting()}>
        <ConnectPhone
          address={answer.value()?.address ?? ''}
          onPaired={answer.refetch}
          onClose={() => setConnecting(false)}
        />
      </Show>
    </Section>
  )
}
