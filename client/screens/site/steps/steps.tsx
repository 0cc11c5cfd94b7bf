import { useNavigate } from '@solidjs/router'
import { type Component, For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { GoodsStep } from './goods-step.tsx'
import { LookStep } from './look-step.tsx'
import { NameStep } from './name-step.tsx'
import { OpenStep } from './open-step.tsx'
import { OrdersStep } from './orders-step.tsx'
import { PlaceStep } from './place/place-step.tsx'
import type { StepProps } from './step-props.ts'
import { addressOfStep, STEPS, type Step } from './table.ts'
import { TextsStep } from './texts-step.tsx'

const OF: { readonly [S in Step]: Component<StepProps> } = {
  name: NameStep,
  goods: GoodsStep,
  look: LookStep,
  texts: TextsStep,
  orders: OrdersStep,
  place: PlaceStep,
  open: OpenStep,
}

/** One step of making the site, with the way to the others. */
export function Steps(props: StepProps & { readonly step: Step }) {
  const { t } = useWords()
  const go = useNavigate()
  const at = () => STEPS.indexOf(props.step)
  const to = (by: number) => STEPS[at() + by]
  return (
    <>
      <nav class="site-steps" aria-label={t('siteSetup.nav')}>
        <ol>
          <For each={STEPS}>
            {(step, i) => (
              <li>
                <a href={addressOfStep(step)} aria-current={props.step === step ? 'step' : undefined}>
                  <span aria-hidden="true">{i() + 1}</span> {t(`siteSetup.steps.${step}`)}
                </a>
              </li>
            )}
          </For>
        </ol>
      </nav>
      <h2 class="site-step">
        {t(`siteSetup.steps.${props.step}`)}{' '}
        <small class="dim">{t('siteSetup.stepOf', { n: at() + 1, count: STEPS.length })}</small>
      </h2>
      <Dynamic component={OF[props.step]} site={props.site} readOnly={props.readOnly} />
      <footer class="site-way">
        <Show when={to(-1)} fallback={<span />}>
          {(step) => <Button onClick={() => go(addressOfStep(step()))}>{t('siteSetup.back')}</Button>}
        </Show>
        <Show when={to(1)} fallback={<Button onClick={() => go('/site')}>{t('siteSetup.toState')}</Button>}>
          {(step) => (
            <Button look="primary" onClick={() => go(addressOfStep(step()))}>
              {t('siteSetup.next')}
            </Button>
          )}
        </Show>
      </footer>
    </>
  )
}
