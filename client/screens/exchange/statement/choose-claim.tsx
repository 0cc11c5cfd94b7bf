import { createMemo, For, Show } from 'solid-js'
import type { Candidate, Claim } from '../../../../shared/bank/claims.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PaymentView } from '../reading/views.ts'
import type { StatementWork } from './create-statement.ts'
import { useClaimWords } from './use-claim-words.ts'

interface ChooseClaimProps {
  readonly payment: PaymentView
  readonly work: StatementWork
  readonly currency: string
  readonly onClose: () => void
}

/** «За что платеж»: what is likeliest, any other order or invoice, or none. */
export function ChooseClaim(props: ChooseClaimProps) {
  const { t, format } = useWords()
  const choose = (claim: string | null) => {
    props.work.choose(props.payment.id, claim)
    props.onClose()
  }
  const document = () => props.payment.document
  return (
    <Dialog open title={t('statement.dialog.title')} onClose={props.onClose}>
      <div>
        <p class="statement-payer">
          {t('statement.dialog.payment', {
            payer: document().payer.name ?? t('statement.nobody'),
            sum: format.money(document().sum, props.currency),
          })}
        </p>
        <p class="exchange-excerpt">{document().purpose}</p>
      </div>
      <Likely {...props} onChoose={choose} />
      <AnyClaim {...props} onChoose={choose} />
      <Button onClick={() => choose(null)}>{t('statement.dialog.none')}</Button>
    </Dialog>
  )
}

interface ChoosingProps extends ChooseClaimProps {
  readonly onChoose: (claim: string) => void
}

/** The candidates, the likeliest first. */
function Likely(props: ChoosingProps) {
  const { t } = useWords()
  const known = () =>
    props.payment.candidates.flatMap((candidate) => {
      const claim = props.work.claims().get(candidate.claim)
      return claim ? [{ candidate, claim }] : []
    })
  return (
    <Show when={known().length > 0} fallback={<p class="dim">{t('statement.dialog.nothing')}</p>}>
      <ul class="statement-likely" aria-label={t('statement.dialog.likely')}>
        <For each={known()}>{(one) => <LikelyRow {...props} {...one} />}</For>
      </ul>
    </Show>
  )
}

function LikelyRow(props: ChoosingProps & { readonly claim: Claim; readonly candidate: Candidate }) {
  const { t, format } = useWords()
  const words = useClaimWords()
  return (
    <li>
      <button
        type="button"
        class="statement-claim"
        disabled={props.claim.isUnposted ?? false}
        onClick={() => props.onChoose(props.claim.id)}
      >
        <span class="statement-payer">{words.name(props.claim)}</span>
        <span class="n">{format.money(props.claim.due, props.currency)}</span>
        <span class="dim">
          <Show when={!props.claim.isUnposted} fallback={t('statement.unposted', { name: words.name(props.claim) })}>
            {t('statement.dialog.why', {
              date: format.date(props.claim.date),
              reasons: words.reasons(props.candidate),
            })}
          </Show>
        </span>
      </button>
    </li>
  )
}

/** Any order or invoice that waits for money, found by number or name. */
function AnyClaim(props: ChoosingProps) {
  const { t, format } = useWords()
  const words = useClaimWords()
  const options = createMemo(() =>
    [...props.work.claims().values()]
      .filter(({ isUnposted }) => !isUnposted)
      .map((claim) => ({
        value: claim.id,
        label: words.name(claim),
        hint: format.money(claim.due, props.currency),
      })),
  )
  return (
    <Combobox
      label={t('statement.dialog.other')}
      placeholder={t('statement.dialog.find')}
      value={props.work.partsFor(props.payment)[0]?.claim ?? null}
      clearable={false}
      options={options()}
      onCommit={(id) => id !== null && props.onChoose(id)}
    />
  )
}
