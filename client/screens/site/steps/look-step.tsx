import { Show } from 'solid-js'
import { SITE } from '../../../../shared/site/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { hueStyle } from '../../../ui/look/hues.ts'
import { HuePick } from '../../../ui/state/hue-pick.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { logoOf } from '../logo.ts'
import type { StepProps } from './step-props.ts'

/** The one colour of the site, seen at once. */
export function LookStep(props: StepProps) {
  const { t } = useWords()
  const data = useData()
  return (
    <>
      <p class="dim">{t('siteSetup.look.text')}</p>
      <HuePick
        label={t('records.sites.fields.hue')}
        readOnly={props.readOnly}
        value={props.site.hue}
        onCommit={(hue) => data.run('setRecord', { collection: 'sites', id: SITE, values: { hue } })}
      />
      <Preview {...props} />
    </>
  )
}

/** A piece of a page as visitors see it: nothing in it can be pressed. */
function Preview(props: StepProps) {
  const { t } = useWords()
  return (
    <figure class="site-preview">
      <figcaption class="dim">{t('siteSetup.look.preview')}</figcaption>
      <div class="site-shop" style={{ ...hueStyle(props.site.hue ?? 240) }} aria-hidden="true">
        <header>
          <Show when={logoOf(props.site)}>{(logo) => <img src={logo()} alt="" />}</Show>
          <span class="site-shop-name">{props.site.name}</span>
          <span class="site-shop-find">{t('siteSetup.look.find')}</span>
        </header>
        <p class="site-shop-slogan">{props.site.slogan}</p>
        <ul>
          <Sample />
          <Sample />
        </ul>
      </div>
    </figure>
  )
}

/** A product as it stands in the catalogue. */
function Sample() {
  const { t } = useWords()
  return (
    <li>
      <span class="site-shop-picture" />
      <span class="site-shop-link">{t('siteSetup.look.sample')}</span>
      <strong>{t('siteSetup.look.samplePrice')}</strong>
      <span class="site-shop-act">{t('siteSetup.look.cart')}</span>
    </li>
  )
}
