import { Show } from 'solid-js'
import { Failure } from '../../../../shared/errors.ts'
import { LANGUAGES } from '../../../../shared/locales/index.ts'
import type { SendingChange, SendingView } from '../../../../shared/messages/sending.ts'
import { api } from '../../../data/page/api.ts'
import { TestMessage } from '../../../records/mail-account/test-message.tsx'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { Page } from '../../../ui/layout/page.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { CompanyChoice } from './company-choice.tsx'
import { MailForm } from './mail-form.tsx'
import { SmsForm } from './sms-form.tsx'
import { UsualSender } from './usual-sender.tsx'
import './sending.css'

/** «Отправка сообщений»: by what letters and SMS leave, tried by one to oneself. */
export function SendingPage() {
  const { t } = useWords()
  const toasts = useToasts()
  const answer = createServerAnswer<SendingView>(() => '/api/sending')
  const save = async (change: SendingChange) => {
    await api<SendingView>('PUT', '/api/sending', change)
    answer.refetch()
    toasts.show({ text: t('sending.kept') })
  }
  const isForbidden = () => {
    const error = answer.error()
    return error instanceof Failure && error.code === 'role-forbids'
  }
  return (
    <Page title={t('shell.items.sending')}>
      <div class="page-column sending">
        <Show when={answer.error()}>
          <Banner look="warn">{t(isForbidden() ? 'sending.keepersOnly' : 'sending.needsNetwork')}</Banner>
        </Show>
        <Show when={answer.value()} fallback={<Show when={!answer.error()}>{<Skeleton lines={6} />}</Show>}>
          {(view) => (
            <>
              <Show when={view().isLocked}>
                <Banner look="loss">{t('sending.locked')}</Banner>
              </Show>
              <CompanyChoice field="language" hint={t('sending.languageHint')} choices={LANGUAGES} />
              <Section title={t('sending.mail.title')}>
                <Show when={view().settings.mail === null}>
                  <Banner>{t('sending.mail.none')}</Banner>
                </Show>
                <MailForm settings={view().settings} onSave={save} />
                <TestMessage way="letter" />
              </Section>
              <UsualSender />
              <Section title={t('sending.sms.title')}>
                <Show when={view().settings.sms === null}>
                  <Banner>{t('sending.sms.none')}</Banner>
                </Show>
                <SmsForm settings={view().settings} onSave={save} />
                <TestMessage way="sms" />
              </Section>
            </>
          )}
        </Show>
      </div>
    </Page>
  )
}
