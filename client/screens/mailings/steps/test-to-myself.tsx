import { createSignal, Show } from 'solid-js'
import type { Mailing } from '../../../../shared/mailings/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useWhy } from '../../../records/words/why.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** «Тест себе»: one letter as a reader would get it, to an address of one's own. */
export function TestToMyself(props: { readonly mailing: Mailing; readonly as: string | null }) {
  const { t, format } = useWords()
  const acts = useActs()
  const data = useData()
  const whyIn = useWhy()
  const own = () => (props.mailing.way === 'sms' ? '' : (data.account.email ?? ''))
  const [to, setTo] = createSignal<string | null>(null)
  const address = () => to() ?? props.mailing.testTo ?? own()
  const ask = () => acts.run('askForTest', { id: props.mailing.id, to: address(), customer: props.as })
  const isSent = () => (props.mailing.testSent ?? 0) >= (props.mailing.testAsked ?? 1)
  return (
    <div class="mailing-test">
      <Fields side>
        <TextField label={t('mailings.test.to')} value={address()} onCommit={(text) => void setTo(text ?? '')} />
      </Fields>
      <Button disabled={address() === ''} onClick={() => void ask()}>
        {t('mailings.test.send')}
      </Button>
      <div role="status">
        <Show when={props.mailing.testAsked !== null}>
          <Show
            when={isSent()}
            fallback={
              <Show when={props.mailing.testWhy} fallback={<p class="dim">{t('mailings.test.asked')}</p>}>
                {(why) => <Banner look="warn">{whyIn(why())}</Banner>}
              </Show>
            }
          >
            <p class="dim">{t('mailings.test.sent', { when: format.when(props.mailing.testSent ?? 0) })}</p>
          </Show>
        </Show>
      </div>
    </div>
  )
}
