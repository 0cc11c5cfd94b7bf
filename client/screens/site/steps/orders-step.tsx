import { Show } from 'solid-js'
import { messageTemplates } from '../../../../shared/messages/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { createKinds } from '../../../records/process/process.ts'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createSet } from './goods-step.tsx'
import { SiteFields } from './site-fields.tsx'
import type { StepProps } from './step-props.ts'

/** What an order from the site becomes, who answers for it, and what the visitor is written. */
export function OrdersStep(props: StepProps) {
  const { t } = useWords()
  const set = createSet()
  const all = createKinds()
  const templates = createEvery(messageTemplates)
  const kinds = () => all().map(({ id, name }) => ({ value: id, label: name }))
  const states = () => {
    const of = all().find(({ id }) => id === props.site.kind)?.states ?? []
    return of.filter(({ id }) => id !== COMPLETED).map(({ id, name, hue }) => ({ value: id, label: name, hue }))
  }
  const letters = () => {
    const fitting = templates().filter(({ gone, way, sort }) => !gone && way === 'letter' && sort !== null)
    return fitting.map(({ id, name }) => ({ value: id, label: name ?? '' }))
  }
  return (
    <>
      <p class="dim">{t('siteSetup.orders.text')}</p>
      <Fields>
        <Select
          required
          label={t('records.sites.fields.kind')}
          value={props.site.kind}
          readOnly={props.readOnly}
          error={props.site.kind === null ? t('siteSetup.open.lacking.kind') : undefined}
          options={kinds()}
          onCommit={(kind) => set({ kind, state: null })}
        />
        <Select
          label={t('records.sites.fields.state')}
          value={props.site.state}
          clearable
          placeholder={t('siteSetup.orders.firstState')}
          readOnly={props.readOnly}
          options={states()}
          onCommit={(state) => set({ state })}
        />
      </Fields>
      <SiteFields {...props} fields={['responsible', 'source']} />
      <Show when={props.site.responsible === null}>
        <Banner look="warn">{t('siteSetup.orders.nobody')}</Banner>
      </Show>
      <Select
        label={t('siteSetup.orders.letter')}
        hint={t('siteSetup.orders.letterText')}
        value={props.site.template}
        clearable
        placeholder={t('siteSetup.orders.ownLetter')}
        readOnly={props.readOnly}
        options={letters()}
        onCommit={(template) => set({ template })}
      />
    </>
  )
}
