import { For, Show } from 'solid-js'
import type { CheckAnswer, CheckStep } from '../../../../shared/letters/check.ts'
import { otherGuess } from '../../../../shared/letters/services.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { AccountDraft } from './account-draft.ts'

interface CheckOutcomeProps {
  readonly answer: CheckAnswer
  readonly draft: AccountDraft
  readonly put: (values: Partial<AccountDraft>) => unknown
}

/** What came of a check, line by line, in words; where a guessed server is not, the next guess. */
export function CheckOutcome(props: CheckOutcomeProps) {
  const { t } = useWords()
  const fine = (side: CheckStep['side']) => t(`mailAccounts.fine.${side}`, { n: props.answer.folders?.length ?? 0 })
  const other = ({ side, trouble }: CheckStep) => {
    const host = trouble === 'nameUnknown' ? otherGuess(props.draft.address, props.draft[side].host) : null
    const run = () => host !== null && props.put({ [side]: { ...props.draft[side], host } })
    return host === null ? undefined : { label: t('mailAccounts.tryOther', { host }), run }
  }
  return (
    <div class="mail-check">
      <For each={props.answer.steps}>
        {(step) => (
          <Show when={step.trouble} fallback={<Banner>{fine(step.side)}</Banner>}>
            {(trouble) => (
              <Banner look="loss" action={other(step)}>
                {t(`mailAccounts.failed.${step.side}`, { why: t(`mailAccounts.troubles.${trouble()}`) })}{' '}
                <Show when={step.said}>{t('mailAccounts.said', { said: step.said })}</Show>
              </Banner>
            )}
          </Show>
        )}
      </For>
    </div>
  )
}
