import { createSignal, Show } from 'solid-js'
import type { DoorChange, DoorTried, DoorView } from '../../../../../shared/site/settings.ts'
import { api } from '../../../../data/page/api.ts'
import { SecretField } from '../../../../records/mail-account/secret-field.tsx'
import { Button } from '../../../../ui/actions/button.tsx'
import { createChecked } from '../../../../ui/forms/checks.ts'
import { SentForm } from '../../../../ui/forms/sent-form.tsx'
import { Segmented } from '../../../../ui/inputs/toggles/segmented.tsx'
import { TextField } from '../../../../ui/inputs/typed/text-field.tsx'
import { Banner } from '../../../../ui/signs/banner.tsx'
import { useToasts } from '../../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../../ui/words/words.tsx'

interface PlaceFormProps {
  readonly view: DoorView
  readonly onKept: () => void
}

const TRY = 'try'

/** Here, or apart with an address and its key, which is tried before it is kept. */
export function PlaceForm(props: PlaceFormProps) {
  const { t } = useWords()
  const place = createPlace(props)
  return (
    <SentForm
      narrow
      submit={t('common.save')}
      checked={place.checked}
      onSubmit={place.send}
      beside={
        <Show when={place.isApart()}>
          <Button type="submit" value={TRY}>
            {t('siteSetup.place.try')}
          </Button>
        </Show>
      }
    >
      <Segmented
        label={t('siteSetup.place.which')}
        value={place.isApart() ? 'apart' : 'here'}
        options={[
          { value: 'here', label: t('siteSetup.place.here') },
          { value: 'apart', label: t('siteSetup.place.apart') },
        ]}
        onCommit={(value) => void place.setApart(value === 'apart')}
      />
      <Show when={place.isApart()} fallback={<p>{t('siteSetup.place.shop', { address: props.view.shop })}</p>}>
        <Apart place={place} isLocked={props.view.apart?.isLocked ?? false} />
      </Show>
    </SentForm>
  )
}

type Place = ReturnType<typeof createPlace>

/** The address of a door that stands apart, its key, and what answered there. */
function Apart(props: { readonly place: Place; readonly isLocked: boolean }) {
  const { t } = useWords()
  const { address, setAddress, key, setKey, isKeySet, tried, checked } = props.place
  return (
    <>
      <Show when={props.isLocked}>
        <Banner look="loss">{t('siteSetup.place.locked')}</Banner>
      </Show>
      <TextField
        required
        label={t('siteSetup.place.address')}
        placeholder={t('siteSetup.place.addressHint')}
        error={checked.errorOf('address')}
        value={address() || null}
        onCommit={(text) => void setAddress(text ?? '')}
      />
      <SecretField
        required={!isKeySet()}
        label={t('siteSetup.place.key')}
        hint={t('siteSetup.place.keyHint')}
        error={checked.errorOf('key')}
        isSet={isKeySet()}
        value={key()}
        onInput={setKey}
      />
      <Show when={tried()}>
        {(is) => <Banner look={is() === 'open' ? 'info' : 'warn'}>{t(`siteSetup.place.tried.${is()}`)}</Banner>}
      </Show>
    </>
  )
}

/** What is typed of it, and trying and keeping that. */
function createPlace(props: PlaceFormProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const [isApart, setApart] = createSignal(props.view.apart !== null)
  const [address, setAddress] = createSignal(props.view.apart?.address ?? '')
  const [key, setKey] = createSignal('')
  const [tried, setTried] = createSignal<DoorTried['is'] | null>(null)
  const isKeySet = () => props.view.apart?.isKeySet === true && !props.view.apart.isLocked
  const checked = createChecked(
    {
      address: () => (!isApart() || isClosed(address()) ? undefined : t('siteSetup.place.addressWrong')),
      key: () => (!isApart() || key() !== '' || isKeySet() ? undefined : t('siteSetup.place.keyNeeded')),
    },
    { 'sending-secret-needed': 'key', 'request-shape': 'address' },
  )
  const change = (): DoorChange => ({ apart: isApart() ? { address: address().trim(), key: key() || null } : null })
  const send = async (by: string) => {
    setTried(null)
    if (by === TRY) return void setTried((await api<DoorTried>('POST', '/api/site/door/try', change())).is)
    await api<DoorView>('PUT', '/api/site/door', change())
    setKey('')
    props.onKept()
    toasts.show({ text: t('siteSetup.place.kept') })
  }
  return { isApart, setApart, address, setAddress, key, setKey, isKeySet, tried, checked, send }
}

/** The key goes there: over TLS, or to the server's own machine. */
function isClosed(text: string): boolean {
  if (!URL.canParse(text.trim())) return false
  const { protocol, hostname } = new URL(text.trim())
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+)$/.test(hostname))
}
