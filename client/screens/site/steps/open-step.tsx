import { A, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { kinds } from '../../../../shared/orders/collections.ts'
import { SITE } from '../../../../shared/site/collections.ts'
import { LACKING, lackingIn } from '../../../../shared/site/setup/lacking.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { StepProps } from './step-props.ts'
import { addressOfStep } from './table.ts'

/** What is lacking still; else the site is opened. */
export function OpenStep(props: StepProps) {
  const { t } = useWords()
  const acts = useActs()
  const go = useNavigate()
  const all = createEvery(kinds)
  const lacking = () => lackingIn(props.site, all())
  const open = async () => {
    const values = { isOn: true }
    if (await acts.run('setRecord', { collection: 'sites', id: SITE, values }, t('siteSetup.state.turnedOn')))
      go('/site')
  }
  return (
    <>
      <p class="dim">{t('siteSetup.open.text')}</p>
      <Show when={lacking().length > 0} fallback={<p>{t('siteSetup.open.ready')}</p>}>
        <ul class="site-lacking">
          <For each={lacking()}>
            {(one) => (
              <li>
                {t(`siteSetup.open.lacking.${one}`)}{' '}
                <A class="link" href={addressOfStep(LACKING[one])}>
                  {t('siteSetup.open.toStep')}
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={!props.readOnly && !props.site.isOn}>
        <div>
          <Button look="primary" disabled={lacking().length > 0} onClick={() => void open()}>
            {t('siteSetup.open.act')}
          </Button>
        </div>
      </Show>
    </>
  )
}
