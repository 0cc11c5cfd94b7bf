import { KNOWN_CALLER_ACTS, UNKNOWN_CALLER_ACTS } from '../../../shared/calls/collections.ts'
import { useOwnSettings } from '../../records/own-settings.ts'
import { choiceLabel, fieldTitle } from '../../records/words/labels.ts'
import { Link } from '../../ui/actions/link.tsx'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { Fields } from '../../ui/inputs/field/field.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

const ACTS = {
  knownCaller: [KNOWN_CALLER_ACTS, 'cardThenEvent'],
  unknownCaller: [UNKNOWN_CALLER_ACTS, 'askFirst'],
} as const

/** «Звонки»: what taking up a call does. */
export function CallsSection() {
  const { t } = useWords()
  const { row, save } = useOwnSettings()
  const choice = (name: keyof typeof ACTS) => {
    const [acts, usual] = ACTS[name]
    return (
      <Select
        label={fieldTitle(t, 'settings', name)}
        value={row()?.[name] ?? usual}
        options={acts.map((value) => ({ value, label: t(choiceLabel('settings', name, value)) }))}
        onCommit={(value) => save({ [name]: value })}
      />
    )
  }
  return (
    <Section title={t('calling.settings.title')}>
      <Fields>
        {choice('knownCaller')}
        {choice('unknownCaller')}
      </Fields>
      <p class="dim">{t('calling.settings.text')}</p>
      <p>
        <Link href="/settings/ignored">{t('calling.settings.ignored')}</Link>
      </p>
    </Section>
  )
}
