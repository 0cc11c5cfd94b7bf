import { For, Show } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { mailingConsents } from '../../../../shared/mailings/collections.ts'
import { isGiven, isWithdrawn } from '../../../../shared/mailings/consent.ts'
import { consentId } from '../../../../shared/mailings/consent-id.ts'
import { reasonIn } from '../../../../shared/mailings/leaving.ts'
import type { Way } from '../../../../shared/messages/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Fold } from '../../../ui/layout/fold.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createAddresses } from './addresses.ts'
import { useCard } from './context.tsx'

/** What was said of mailings to each address and number of the customer: given and taken back here by hand. */
export function Consents() {
  return (
    <Show when={hasFeature('mailings')}>
      <All />
    </Show>
  )
}

function All() {
  const { t } = useWords()
  const all = createAddresses()
  return (
    <Show when={all().length > 0}>
      <Fold title={t('mailings.consent.title')} summary="">
        <ul class="consents">
          <For each={all()}>{({ way, to }) => <Of way={way} to={to} />}</For>
        </ul>
      </Fold>
    </Show>
  )
}

function Of(props: { readonly way: Way; readonly to: string }) {
  const { t, format } = useWords()
  const acts = useActs()
  const card = useCard()
  const id = () => consentId(props.way, props.to)
  const record = createRecord(mailingConsents, id)
  const consent = () => record()?.row ?? null
  const from = (by: string | null | undefined) => (by ? t(`records.choices.${by as 'spoken'}`) : '')
  const said = () => {
    const now = consent()
    if (now && isWithdrawn(now))
      return t('mailings.consent.withdrawn', { from: from(now.withdrawnBy), when: format.when(now.withdrawn ?? 0) })
    if (now && isGiven(now))
      return t('mailings.consent.given', {
        from: now.givenWhere ?? from(now.givenBy),
        when: format.when(now.given ?? 0),
      })
    return t('mailings.consent.none')
  }
  const set = (agrees: boolean) => {
    const about = { id: id(), way: props.way, to: props.to, customer: card.row()?.id ?? null }
    const text = t(agrees ? 'mailings.consent.gave' : 'mailings.consent.took')
    return acts.run('setConsent', { ...about, agrees, by: 'byHand' }, text)
  }
  return (
    <li>
      <span class="cut">{props.to}</span>
      <span class="dim">
        {said()}
        <Show when={isWithdrawn(consent()) && consent()?.reason}>
          {(reason) => (
            <>
              {' '}
              {t('mailings.consent.reason', { reason: reasonIn((code) => t(`shop.reader.reasons.${code}`), reason()) })}
            </>
          )}
        </Show>
      </span>
      <Show when={!card.isFixed()}>
        <span class="consent-acts">
          <Show when={!isGiven(consent())}>
            <Button size="small" look="ghost" onClick={() => void set(true)}>
              {t('mailings.consent.give')}
            </Button>
          </Show>
          <Show when={!isWithdrawn(consent())}>
            <Button size="small" look="ghost" onClick={() => void set(false)}>
              {t('mailings.consent.takeBack')}
            </Button>
          </Show>
        </span>
      </Show>
    </li>
  )
}
