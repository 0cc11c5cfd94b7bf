import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { phones } from '../../../../shared/calls/collections.ts'
import type { PairingCode } from '../../../../shared/calls/phones.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { focusOnce } from '../../../ui/focus/focus-once.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Qr } from '../../../ui/signs/qr.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { isOwn, outward } from '../outward.ts'

interface GivenCodeProps {
  readonly code: PairingCode
  readonly address: string
  readonly onAgain: () => void
  readonly onPaired: () => void
  readonly onClose: () => void
}

/** A code, for the camera and to be typed, until its phone is there or its time is over. */
export function GivenCode(props: GivenCodeProps) {
  const { t } = useWords()
  const all = createAll(phones)
  const paired = () => all().find(({ id }) => id === props.code.phone)
  const isOver = createTimeOver(props.code.until)
  const done = () => {
    props.onPaired()
    props.onClose()
  }
  return (
    <div class="pairing" aria-live="polite">
      <Switch fallback={<Code {...props} />}>
        <Match when={paired()}>
          {(phone) => (
            <>
              <Banner>{t('phones.pairing.paired', { name: phone().name ?? '' })}</Banner>
              <Button look="primary" ref={focusOnce} onClick={done}>
                {t('phones.pairing.done')}
              </Button>
            </>
          )}
        </Match>
        <Match when={isOver()}>
          <Banner look="warn">{t('phones.pairing.over')}</Banner>
          <Button look="primary" ref={focusOnce} onClick={() => props.onAgain()}>
            {t('phones.pairing.again')}
          </Button>
        </Match>
      </Switch>
    </div>
  )
}

function Code(props: GivenCodeProps) {
  const { t, format } = useWords()
  const page = () => `${outward(location.origin, props.address)}/my-phone`
  return (
    <>
      <Show when={isOwn(page())}>
        <Banner look="warn">{t('phones.pairing.local')}</Banner>
      </Show>
      <p>{t('phones.pairing.scan', { address: page() })}</p>
      <Qr text={`${page()}?code=${props.code.code}`} label={t('phones.pairing.picture')} />
      <p>
        <span class="dim">{t('phones.pairing.code')}</span>
        <strong class="pairing-code">{props.code.code.replaceAll(/(\d{3})(?=\d)/g, '$1 ')}</strong>
      </p>
      <p class="dim">{t('phones.pairing.until', { time: format.time(props.code.until) })}</p>
      <p>{t('phones.pairing.waiting')}</p>
    </>
  )
}

/** Whether the instant, ms, is over, by this device's clock. */
function createTimeOver(until: number) {
  const [isOver, setOver] = createSignal(false)
  const timer = setTimeout(() => setOver(true), until - Date.now())
  onCleanup(() => clearTimeout(timer))
  return isOver
}
