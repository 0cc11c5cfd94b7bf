import { A } from '@solidjs/router'
import { For } from 'solid-js'
import { useWords } from '../../ui/words/words.tsx'

/** The first steps of a new company, in the order in which they help. */
const STEPS = [
  { id: 'kinds', to: '/settings/kinds' },
  { id: 'people', to: '/settings/people' },
  { id: 'customers', to: '/exchange' },
  { id: 'order', to: '/orders/customer' },
] as const

/** What a company that has no order yet does first. */
export function Beginning() {
  const { t } = useWords()
  return (
    <section class="home-beginning" aria-label={t('home.steps.title')}>
      <h2>{t('home.steps.title')}</h2>
      <p class="dim">{t('home.steps.text')}</p>
      <ol>
        <For each={STEPS}>
          {({ id, to }) => (
            <li>
              <A href={to}>{t(`home.steps.${id}.title`)}</A>
              <span class="dim">{t(`home.steps.${id}.text`)}</span>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
