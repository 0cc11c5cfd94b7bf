import { Show } from 'solid-js'
import type { ExchangeView } from '../../../../shared/site/exchange/settings.ts'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ExchangeForm } from './exchange-form.tsx'

/** «Обмен с другим магазином»: as 1C does with shops; how the last one went. */
export function ExchangeSection() {
  const { t, format } = useWords()
  const answer = createServerAnswer<ExchangeView>(() => '/api/site/exchange')
  const bad = () => (answer.value()?.standing?.trouble ? answer.value()?.standing : undefined)
  const well = () => (answer.value()?.standing?.trouble === null ? answer.value()?.standing : undefined)
  return (
    <Section title={t('siteSetup.exchange.title')}>
      <p class="dim">{t('siteSetup.exchange.text')}</p>
      <Show when={answer.value()}>
        {(view) => (
          <>
            <Show when={view().isLocked}>
              <Banner look="loss">{t('siteSetup.exchange.trouble.locked')}</Banner>
            </Show>
            <Show when={bad()}>
              {(one) => (
                <Banner look="warn">
                  {t(`siteSetup.exchange.trouble.${one().trouble ?? 'refused'}`)} {one().said}
                </Banner>
              )}
            </Show>
            <Show when={well()}>
              {(one) => (
                <p>
                  {t('siteSetup.exchange.went', {
                    when: format.when(one().at),
                    goods: one().goods ?? 0,
                    orders: one().orders ?? 0,
                  })}
                </p>
              )}
            </Show>
            <ExchangeForm view={view()} onKept={answer.refetch} />
          </>
        )}
      </Show>
    </Section>
  )
}
