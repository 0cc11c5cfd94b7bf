import { For, Show } from 'solid-js'
import { LINE_FIELDS, type LineWay } from '../../../../shared/calls/line-settings.ts'
import type { PhoneView } from '../../../../shared/calls/phones.ts'
import type { PlainPath } from '../../../../shared/locales/index.ts'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Fold } from '../../../ui/layout/fold.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { SecretField } from '../../mail-account/secret-field.tsx'
import { type LineDraft, NEEDED } from './line-draft.ts'

/** What a setting is called; a test holds that the word is there. */
export function settingLabel(way: LineWay, part: 'shown' | 'secret', name: string): PlainPath {
  return `phones.settings.${way}.${part}.${name}` as PlainPath
}

/** What is said of a setting beside its name. */
const HINTS: { readonly [way in LineWay]?: { readonly [name: string]: PlainPath } } = {
  asterisk: { channel: 'phones.hints.channel' },
  mango: { address: 'phones.hints.optionalAddress' },
  zadarma: { address: 'phones.hints.optionalAddress' },
  megafon: { address: 'phones.hints.megafonAddress' },
  hooks: { header: 'phones.hints.header', 'secret.secret': 'phones.hints.secret' },
}
/** What generic hooks are read by where nothing else is said: our own name of it. */
const OWN_NAME = /^(?:field|value)\.(.+)$/

function hintOf(t: (path: PlainPath) => string, way: LineWay, name: string): string | undefined {
  const path = HINTS[way]?.[name]
  return path && t(path)
}

interface WayFieldsProps {
  readonly draft: LineDraft
  /** Null: it is a new one. */
  readonly line: PhoneView | null
  readonly put: (values: Partial<LineDraft>) => unknown
  readonly errorOf: (part: 'shown' | 'secret', name: string) => string | undefined
}

/** The settings of a line's way; what generic hooks send is folded away by what it is. */
export function WayFields(props: WayFieldsProps) {
  const shown = (): readonly string[] => LINE_FIELDS[props.draft.way].shown
  const of = (group: string) => shown().filter((name) => name.startsWith(group))
  return (
    <>
      <For each={shown().filter((name) => !name.includes('.'))}>{(name) => <Setting name={name} {...props} />}</For>
      <For each={LINE_FIELDS[props.draft.way].secret}>{(name) => <Secret name={name} {...props} />}</For>
      <Show when={of('field.').length > 0}>
        <Group group="fields" names={of('field.')} {...props} />
        <Group group="values" names={of('value.')} {...props} />
      </Show>
    </>
  )
}

interface GroupProps extends WayFieldsProps {
  readonly group: 'fields' | 'values'
  readonly names: readonly string[]
}

function Group(props: GroupProps) {
  const { t } = useWords()
  const said = () => props.names.map((name) => props.draft.shown[name]).filter(Boolean)
  return (
    <Fold title={t(`phones.hooks.${props.group}`)} summary={said().join(', ')}>
      <div class="line-fields">
        <p class="dim">{t(`phones.hooks.${props.group}Hint`)}</p>
        <For each={props.names}>{(name) => <Setting {...props} name={name} />}</For>
      </div>
    </Fold>
  )
}

function Setting(props: WayFieldsProps & { readonly name: string }) {
  const { t } = useWords()
  const hinted = () => hintOf(t, props.draft.way, props.name)
  return (
    <TextField
      label={t(settingLabel(props.draft.way, 'shown', props.name))}
      hint={hinted()}
      placeholder={OWN_NAME.exec(props.name)?.[1] ?? ''}
      required={NEEDED[props.draft.way].shown.includes(props.name)}
      autocomplete="off"
      maxLength={500}
      error={props.errorOf('shown', props.name)}
      value={props.draft.shown[props.name] || null}
      onCommit={(typed) => props.put({ shown: { ...props.draft.shown, [props.name]: typed ?? '' } })}
    />
  )
}

function Secret(props: WayFieldsProps & { readonly name: string }) {
  const { t } = useWords()
  const hinted = () => hintOf(t, props.draft.way, `secret.${props.name}`)
  return (
    <SecretField
      label={t(settingLabel(props.draft.way, 'secret', props.name))}
      hint={hinted()}
      error={props.errorOf('secret', props.name)}
      required={NEEDED[props.draft.way].secret.includes(props.name)}
      isSet={props.line?.settings?.secret[props.name]?.isSet ?? false}
      value={props.draft.secret[props.name] ?? ''}
      onInput={(typed) => props.put({ secret: { ...props.draft.secret, [props.name]: typed } })}
    />
  )
}
