import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { LINE_WAYS } from '../../../../shared/calls/collections.ts'
import type { LineWay } from '../../../../shared/calls/line-settings.ts'
import type { PhoneList, PhoneView } from '../../../../shared/calls/phones.ts'
import { api } from '../../../data/page/api.ts'
import { createChecked, useChecks } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { CopyField } from '../../../ui/inputs/typed/copy-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { choiceLabel } from '../../words/labels.ts'
import { outward } from '../outward.ts'
import { isGiven, type LineDraft, lineChange, lineDraft, NEEDED } from './line-draft.ts'
import { settingLabel, WayFields } from './way-fields.tsx'

interface LineFormProps {
  readonly id: string
  /** Null: it is a new one. */
  readonly line: PhoneView | null
  /** The server's address, as it was told to have it. */
  readonly address: string
  readonly onKept: () => void
}

/** A line of the company, set up: by what it is connected, and the settings of that. */
export function LineForm(props: LineFormProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const [draft, setDraft] = createStore<LineDraft>(lineDraft(props.line))
  const put = (values: Partial<LineDraft>) => setDraft(values)
  const checked = createLineChecks(draft, props.line)
  const keep = async () => {
    await api<PhoneList>('PUT', `/api/phones/${props.id}`, lineChange(draft))
    toasts.show({ text: t('phones.kept') })
    props.onKept()
  }
  return (
    <SentForm narrow submit={t('common.save')} checked={checked} onSubmit={keep}>
      <div class="line-fields">
        <NameFields draft={draft} put={put} isNew={props.line === null} error={checked.errorOf('name')} />
        <Show when={draft.way !== 'asterisk'}>
          <CopyField
            class="line-whole"
            label={t('phones.hooks.address')}
            hint={t('phones.hooks.addressHint')}
            value={`${outward(location.origin, props.address)}/phone/v1/hooks/${props.id}`}
          />
        </Show>
        <WayFields
          draft={draft}
          line={props.line}
          put={put}
          errorOf={(part, name) => checked.errorOf(`${part}.${name}`)}
        />
        <Checkbox
          class="line-whole"
          label={t('phones.dials')}
          checked={draft.dials}
          onCommit={(dials) => put({ dials })}
        />
        <Checkbox
          class="line-whole"
          label={t('phones.isOff')}
          checked={draft.isOff}
          onCommit={(isOff) => put({ isOff })}
        />
      </div>
    </SentForm>
  )
}

interface NameFieldsProps {
  readonly draft: LineDraft
  readonly put: (values: Partial<LineDraft>) => unknown
  /** It may yet be of any way. */
  readonly isNew: boolean
  readonly error: string | undefined
}

function NameFields(props: NameFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <Select
        label={t('phones.lineWay')}
        value={props.draft.way}
        disabled={!props.isNew}
        options={LINE_WAYS.map((value) => ({ value, label: t(choiceLabel('phones', 'way', value)) }))}
        onCommit={(way) => props.put({ way: way as LineWay })}
      />
      <TextField
        required
        label={t('phones.name')}
        maxLength={80}
        error={props.error}
        value={props.draft.name || null}
        onCommit={(name) => props.put({ name: name ?? '' })}
      />
      <TextField
        label={t('phones.number')}
        hint={t('phones.numberHint')}
        type="tel"
        maxLength={40}
        value={props.draft.number || null}
        onCommit={(number) => props.put({ number: number ?? '' })}
      />
    </>
  )
}

/** What a line cannot do without, whatever its way is now. */
function createLineChecks(draft: LineDraft, line: PhoneView | null) {
  const { t } = useWords()
  const checks = useChecks()
  const check = (part: 'shown' | 'secret', name: string) => () => {
    const isMissing = NEEDED[draft.way][part].includes(name) && !isGiven(draft, line, part, name)
    return isMissing ? checks.required('', t(settingLabel(draft.way, part, name))) : undefined
  }
  const all = (['shown', 'secret'] as const).flatMap((part) =>
    [...new Set(Object.values(NEEDED).flatMap((needed) => needed[part]))].map(
      (name) => [`${part}.${name}`, check(part, name)] as const,
    ),
  )
  return createChecked<string>({
    name: () => checks.required(draft.name, t('phones.name')),
    ...Object.fromEntries(all),
  })
}
