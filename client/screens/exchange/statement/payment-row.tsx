import { For, Show } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PaymentView } from '../reading/views.ts'
import type { StatementWork } from './create-statement.ts'
import { useClaimWords } from './use-claim-words.ts'

interface PaymentRowProps {
  readonly payment: PaymentView
  readonly work: StatementWork
  readonly currency: string
  readonly isBusy: boolean
  readonly onAsk: () => void
}

/** A payment: who paid what for, how much, and the order or invoice that it goes to. */
export function PaymentRow(props: PaymentRowProps) {
  const { t, format } = useWords()
  const document = () => props.payment.document
  const payer = () =>
    (props.payment.way === 'out' ? document().payee.name : document().payer.name) ?? t('statement.nobody')
  return (
    <li>
      <div class="statement-who">
        <p class="statement-payer">{payer()}</p>
        <p class="exchange-excerpt">{document().purpose}</p>
        <p class="dim">
          {t('statement.document', {
            number: document().number,
            date: format.date(document().received ?? document().date),
          })}
        </p>
      </div>
      <p class="statement-sum n">{format.money(document().sum, props.currency)}</p>
      <div class="statement-for">
        <Show when={props.payment.way === 'in' && props.payment.status !== 'present'} fallback={<Other {...props} />}>
          <Target {...props} />
          <Button
            size="small"
            disabled={props.isBusy}
            aria-label={t('statement.chooseFor', { payer: payer(), number: document().number })}
            onClick={props.onAsk}
          >
            {t(props.work.partsFor(props.payment).length > 0 ? 'statement.change' : 'statement.choose')}
          </Button>
        </Show>
      </div>
    </li>
  )
}

/** What it is entered on, why, and what is left over. */
function Target(props: PaymentRowProps) {
  const { t, format } = useWords()
  const words = useClaimWords()
  const parts = () => props.work.partsFor(props.payment)
  const claimOf = (id: string) => props.work.claims().get(id)
  const why = () => {
    const [part] = parts()
    return words.reasons(props.payment.candidates.find(({ claim }) => claim === part?.claim))
  }
  const over = () => {
    const [part, second] = parts()
    const due = part ? (claimOf(part.claim)?.due ?? 0) : 0
    return part && !second ? part.sum - due : 0
  }
  return (
    <div>
      <For each={parts()} fallback={<LeftOut {...props} />}>
        {({ claim: id, sum }) => (
          <p>
            <Show when={claimOf(id)}>{(claim) => words.name(claim())}</Show>
            <Show when={parts().length > 1}>: {format.money(sum, props.currency)}</Show>
          </p>
        )}
      </For>
      <Show when={why()}>
        <p class="dim">{why()}</p>
      </Show>
      <Show when={over() > 0}>
        <p class="dim">{t('statement.over', { sum: format.money(over(), props.currency) })}</p>
      </Show>
    </div>
  )
}

/** It is not entered; the likeliest claim is a press away. */
function LeftOut(props: PaymentRowProps) {
  const { t } = useWords()
  const words = useClaimWords()
  const likely = () => {
    const [candidate] = props.payment.candidates
    const claim = candidate && props.work.claims().get(candidate.claim)
    return claim ? { candidate, claim } : null
  }
  return (
    <>
      <p class="dim">{t('statement.leftOut')}</p>
      <Show when={likely()}>
        {(one) => (
          <p>
            <Show
              when={!one().claim.isUnposted}
              fallback={<span>{t('statement.unposted', { name: words.name(one().claim) })}</span>}
            >
              <LinkButton onClick={() => props.work.choose(props.payment.id, one().claim.id)}>
                {t('statement.maybe', { name: words.name(one().claim) })}
              </LinkButton>
            </Show>{' '}
            <span class="dim">{words.reasons(one().candidate)}</span>
          </p>
        )}
      </Show>
    </>
  )
}

function Other(props: PaymentRowProps) {
  const { t } = useWords()
  const why = () => (props.payment.status === 'present' ? 'present' : props.payment.way === 'own' ? 'own' : 'out')
  return <p class="dim">{t(`statement.why.${why()}`)}</p>
}
