import { A } from '@solidjs/router'
import Check from 'lucide-solid/icons/check'
import { For, Show } from 'solid-js'
import { STEPS } from '../../../shared/first-steps/steps.ts'
import { createFirstSteps } from '../../records/first-steps/first-steps.ts'
import { Link, LinkButton } from '../../ui/actions/link.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** What a company that has no order yet does first. */
export function Beginning() {
  const { t } = useWords()
  const steps = createFirstSteps()
  return (
    <section class="home-beginning" aria-label={t('firstSteps.home.title')}>
      <h2>{t('firstSteps.home.title')}</h2>
      <p class="dim">{t('home.steps.text')}</p>
      <Show
        when={steps.open().length > 0}
        fallback={
          <p>
            <Link href="/orders/customer">{t('home.steps.order')}</Link>
          </p>
        }
      >
        <ol>
          <For each={STEPS}>
            {(step) => (
              <li classList={{ done: steps.done()?.has(step) ?? false }}>
                <span class="home-step-mark" aria-hidden="true">
                  <Show when={steps.done()?.has(step)}>
                    <Check class="icon" />
                  </Show>
                </span>
                <Link href="/first-steps">{t(`firstSteps.steps.${step}.title`)}</Link>
                <Show when={steps.done()?.has(step)}>
                  <span class="said">{t('firstSteps.done')}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
        <A href="/first-steps" class="button primary">
          {t('firstSteps.home.go')}
        </A>
      </Show>
    </section>
  )
}

/** How many first steps are left, while there are orders already; until they are done or put aside. */
export function StepsLeft() {
  const { t } = useWords()
  const steps = createFirstSteps()
  return (
    <Show when={steps.open().length > 0}>
      <p class="home-steps-left">
        <Link href="/first-steps">{t('firstSteps.home.left', { n: steps.open().length })}</Link>
        <LinkButton quiet onClick={steps.putAside}>
          {t('firstSteps.home.aside')}
        </LinkButton>
      </p>
    </Show>
  )
}
