import { A, useNavigate } from '@solidjs/router'
import { For, type ParentProps, Show } from 'solid-js'
import { SITE, type Site } from '../../../../shared/site/collections.ts'
import type { DoorView } from '../../../../shared/site/settings.ts'
import { SITE_TROUBLES } from '../../../../shared/site/standing.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { isOwn } from '../../../records/phones/outward.ts'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { WebLinkButton } from '../../../ui/actions/web-link.tsx'
import { CopyField } from '../../../ui/inputs/typed/copy-field.tsx'
import { Fact } from '../../../ui/layout/fact.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Qr } from '../../../ui/signs/qr.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ExchangeSection } from '../exchange/exchange-section.tsx'
import { addressOfStep, STEPS } from '../steps/table.ts'
import { ordersFrom } from './orders-from.ts'

interface StandingProps {
  readonly site: Site
  readonly readOnly: boolean
}

/** How the site stands: open or closed, published when, with how many goods, what is in the way, where it is. */
export function Standing(props: StandingProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const go = useNavigate()
  const trouble = () => SITE_TROUBLES.find((one) => one === props.site.trouble)
  const turn = (isOn: boolean) =>
    acts.run(
      'setRecord',
      { collection: 'sites', id: SITE, values: { isOn } },
      t(isOn ? 'siteSetup.state.turnedOn' : 'siteSetup.state.turnedOff'),
    )
  return (
    <>
      <header class="site-standing">
        <div>
          <h2>{props.site.name}</h2>
          <p class="site-is" classList={{ on: props.site.isOn }}>
            {t(props.site.isOn ? 'siteSetup.state.on' : 'siteSetup.state.off')}
          </p>
        </div>
        <Show when={!props.readOnly}>
          <Show
            when={props.site.isOn}
            fallback={
              <Button look="primary" onClick={() => go(addressOfStep('open'))}>
                {t('siteSetup.state.turnOn')}
              </Button>
            }
          >
            <Button onClick={() => void turn(false)}>{t('siteSetup.state.turnOff')}</Button>
          </Show>
        </Show>
      </header>
      <Show when={trouble()}>{(code) => <Banner look="warn">{t(`siteSetup.state.trouble.${code()}`)}</Banner>}</Show>
      <Show when={props.site.aside}>
        {(n) => <Banner look="warn">{t('siteSetup.state.aside', { n: n() })}</Banner>}
      </Show>
      <dl class="facts">
        <Fact name={t('siteSetup.state.published')}>
          {props.site.published === null ? t('siteSetup.state.never') : format.when(props.site.published)}
        </Fact>
        <Fact name={t('siteSetup.state.goods')}>{format.integer(props.site.goods ?? 0)}</Fact>
        <Fact name={t('siteSetup.state.orders')}>
          <A class="link" href={ordersFrom(props.site)}>
            {t('siteSetup.state.ordersLink')}
          </A>
        </Fact>
      </dl>
      <Show when={!props.readOnly} fallback={<Show when={props.site.shop}>{(shop) => <Address shop={shop()} />}</Show>}>
        <Where />
      </Show>
      <Settings />
      <Show when={!props.readOnly}>
        <ExchangeSection />
      </Show>
    </>
  )
}

/** Where visitors come to, as the server says it to who may set that. */
function Where() {
  const { t } = useWords()
  const answer = createServerAnswer<DoorView>(() => '/api/site/door')
  return (
    <Show when={answer.value()}>
      {(view) => (
        <Address shop={view().shop}>
          <Show when={!view().isPublic}>
            <p class="dim">{t('siteSetup.place.notPublic')}</p>
          </Show>
        </Address>
      )}
    </Show>
  )
}

function Address(props: ParentProps<{ readonly shop: string }>) {
  const { t } = useWords()
  return (
    <Section title={t('siteSetup.state.address')}>
      <div class="site-where">
        <div>
          <div class="site-address">
            <CopyField label={t('siteSetup.state.address')} value={props.shop} bare />
            <WebLinkButton text={props.shop} label={t('siteSetup.state.visit')} />
          </div>
          {props.children}
        </div>
        <Show when={!isOwn(props.shop)}>
          <Qr text={props.shop} label={t('siteSetup.state.qr')} />
        </Show>
      </div>
    </Section>
  )
}

function Settings() {
  const { t } = useWords()
  return (
    <Section title={t('siteSetup.state.settings')}>
      <ul class="site-settings">
        <For each={STEPS.filter((step) => step !== 'open')}>
          {(step) => (
            <li>
              <A class="link" href={addressOfStep(step)}>
                {t(`siteSetup.steps.${step}`)}
              </A>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}
