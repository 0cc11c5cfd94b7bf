import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import { STEPS, type StepId } from '../../../shared/first-steps/steps.ts'
import { createFirstSteps } from '../../records/first-steps/first-steps.ts'
import { Link, LinkButton } from '../../ui/actions/link.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { createMedia, NARROW } from '../../ui/look/media.ts'
import { Banner } from '../../ui/signs/banner.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Step } from './step.tsx'
import './first-steps.css'

/** «Первые шаги»: what takes a new company from nothing to its first order. */
export default function FirstStepsScreen() {
  const { t } = useWords()
  const steps = createFirstSteps()
  const isNarrow = createMedia(NARROW)
  const [opened, setOpened] = createOpened(steps)
  const count = () => steps.done()?.size ?? 0
  return (
    <Page title={t('firstSteps.title')}>
      <div class="first-steps">
        <p class="dim">{t('firstSteps.lead')}</p>
        <Show when={steps.done()} fallback={<Skeleton lines={8} />}>
          {(done) => (
            <>
              <div class="first-steps-progress">
                <progress max={STEPS.length} value={count()} aria-label={t('firstSteps.title')} />
                <span class="dim">
                  {t('firstSteps.progress', { done: String(count()), all: String(STEPS.length) })}
                </span>
              </div>
              <Show when={done().has('order')}>
                <Banner>
                  <strong>{t('firstSteps.finished.title')}</strong>
                  <p>
                    {t('firstSteps.finished.text')} {t(`firstSteps.finished.${isNarrow() ? 'helpBehindMore' : 'help'}`)}
                  </p>
                  <Link href="/orders/customer">{t('firstSteps.finished.orders')}</Link>
                </Banner>
              </Show>
              <ol class="first-steps-list">
                <For each={STEPS}>
                  {(id, at) => (
                    <Step
                      id={id}
                      number={at() + 1}
                      isDone={done().has(id)}
                      isPassed={steps.isPassed(id)}
                      isOpen={opened().includes(id)}
                      onToggle={(isOpen) => setOpened(isOpen ? [id] : opened().filter((one) => one !== id))}
                      onPass={() => steps.pass(id)}
                    />
                  )}
                </For>
              </ol>
              <LinkButton quiet onClick={() => (steps.isAside() ? steps.takeUp() : steps.putAside())}>
                {t(steps.isAside() ? 'firstSteps.takeUp' : 'firstSteps.aside')}
              </LinkButton>
            </>
          )}
        </Show>
      </div>
    </Page>
  )
}

/** The step whose fields are kept one by one: it is done before one is through with it, or sees what is wrong with what stands there. */
const FILLED_IN: StepId = 'company'

/** The steps that stand open: the first that is before one, and the next once that is done; one that is being filled in stays meanwhile. */
function createOpened(steps: ReturnType<typeof createFirstSteps>) {
  const [opened, setOpened] = createSignal<readonly StepId[]>([])
  const first = createMemo(() => steps.open()[0] ?? null)
  createEffect((before: StepId | null) => {
    const now = first()
    const staying = before === FILLED_IN && !steps.isPassed(before) ? [before] : []
    setOpened(now === null ? staying : [...staying, now])
    return now
  }, null)
  return [opened, setOpened] as const
}
