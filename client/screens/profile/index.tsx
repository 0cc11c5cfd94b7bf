import { Show } from 'solid-js'
import type { Profile } from '../../../shared/accounts/api.ts'
import { hasFeature } from '../../../shared/features/known.ts'
import { DeviceList } from '../../records/devices/device-list.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { createServerAnswer } from '../../records/server-answer.ts'
import { Page } from '../../ui/layout/page.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { CallsSection } from './calls-section.tsx'
import { CodeSection } from './code/code-section.tsx'
import { HoursSection } from './hours-section.tsx'
import { LookSection } from './look-section.tsx'
import { MailSection } from './mail-section.tsx'
import { NoticesSection } from './notices-section.tsx'
import { PasskeySection } from './passkeys/passkey-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { PersonSection } from './person-section.tsx'
import { PhonesSection } from './phones-section.tsx'
import { DeviceSection } from './this-device/device-section.tsx'
import { ToldSection } from './told-section.tsx'
import './profile.css'

/** «Профиль»: what a person sees and sets of his own. What stands on the server can be changed while it answers. */
export default function ProfileScreen() {
  const { t } = useWords()
  const mayCall = useMayWrite('calls')
  const mayWrite = useMayWrite('messages')
  const answer = createServerAnswer<Profile>(() => '/api/profile')
  return (
    <Page title={t('profile.title')}>
      <div class="profile">
        <Show when={answer.error()}>
          <Banner look="warn">{t('profile.needsNetwork')}</Banner>
        </Show>
        <PersonSection />
        <LookSection />
        <HoursSection />
        <ToldSection />
        <Show when={mayWrite && hasFeature('mail')}>
          <MailSection />
        </Show>
        <Show when={mayWrite && hasFeature('telephony')}>
          <CallsSection />
        </Show>
        <Show when={mayCall && hasFeature('telephony')}>
          <PhonesSection />
        </Show>
        <Show when={hasFeature('calendar')}>
          <CalendarSection />
        </Show>
        <NoticesSection />
        <DeviceSection />
        <Show when={answer.value()}>
          {(profile) => (
            <>
              <PasswordSection />
              <CodeSection codes={profile().backupCodes} onChanged={answer.refetch} />
              <PasskeySection passkeys={profile().passkeys} onChanged={answer.refetch} />
              <Section title={t('profile.devices')}>
                <DeviceList path="/api/devices" />
              </Section>
            </>
          )}
        </Show>
      </div>
    </Page>
  )
}
