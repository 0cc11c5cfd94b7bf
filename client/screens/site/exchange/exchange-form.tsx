import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { SERVICE_ADDRESS } from '../../../../shared/records/forms/service-address.ts'
import { EXCHANGE_LIMITS, type ExchangeChange, type ExchangeView } from '../../../../shared/site/exchange/settings.ts'
import { api } from '../../../data/page/api.ts'
import { SecretField } from '../../../records/mail-account/secret-field.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'

interface ExchangeFormProps {
  readonly view: ExchangeView
  readonly onKept: () => void
}

const FRESH = { url: '', login: '', sendsGoods: true, takesOrders: true, minutes: 30 }

/** Address, login and password of the shop, and what goes which way. */
export function ExchangeForm(props: ExchangeFormProps) {
  const { t } = useWords()
  const { draft, setDraft, isSet, checked, send, turnOff } = createExchange(props)
  return (
    <SentForm
      narrow
      submit={t('common.save')}
      checked={checked}
      onSubmit={send}
      beside={
        <Show when={props.view.exchange}>
          <Button onClick={() => void turnOff()}>{t('siteSetup.exchange.turnOff')}</Button>
        </Show>
      }
    >
      <TextField
        required
        label={t('siteSetup.exchange.url')}
        placeholder="https://shop.ru/1c"
        error={checked.errorOf('url')}
        value={draft.url || null}
        onCommit={(url) => void setDraft('url', url?.trim() ?? '')}
      />
      <TextField
        label={t('siteSetup.exchange.login')}
        autocomplete="off"
        value={draft.login || null}
        onCommit={(login) => void setDraft('login', login ?? '')}
      />
      <SecretField
        required={!isSet()}
        label={t('siteSetup.exchange.password')}
        error={checked.errorOf('password')}
        isSet={isSet()}
        value={draft.password}
        onInput={(password) => setDraft('password', password)}
      />
      <What draft={draft} put={(values) => setDraft(values)} />
    </SentForm>
  )
}

/** What is typed of it, keeping that, and turning it off. */
function createExchange(props: ExchangeFormProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const { password: _, ...kept } = props.view.exchange ?? { ...FRESH, password: null }
  const [draft, setDraft] = createStore({ ...kept, password: '' })
  const isSet = () => props.view.exchange?.password.isSet === true && !props.view.isLocked
  const checked = createChecked(
    {
      url: () => (SERVICE_ADDRESS.test(draft.url) ? undefined : t('siteSetup.exchange.urlWrong')),
      password: () => (draft.password !== '' || isSet() ? undefined : t('siteSetup.exchange.passwordNeeded')),
    },
    { 'sending-secret-needed': 'password', 'request-shape': 'url' },
  )
  const put = async (exchange: ExchangeChange['exchange'], values: Partial<typeof draft>, text: string) => {
    await api<ExchangeView>('PUT', '/api/site/exchange', { exchange } satisfies ExchangeChange)
    setDraft(values)
    props.onKept()
    toasts.show({ text })
  }
  const send = () => put({ ...draft, password: draft.password || null }, { password: '' }, t('siteSetup.exchange.kept'))
  const turnOff = () => put(null, { ...FRESH, password: '' }, t('siteSetup.exchange.turnedOff'))
  return { draft, setDraft, isSet, checked, send, turnOff }
}

type Whats = Pick<typeof FRESH, 'sendsGoods' | 'takesOrders' | 'minutes'>

/** What goes which way, and how often. */
function What(props: { readonly draft: Whats; readonly put: (values: Partial<Whats>) => unknown }) {
  const { t } = useWords()
  return (
    <>
      <Checkbox
        label={t('siteSetup.exchange.sendsGoods')}
        checked={props.draft.sendsGoods}
        onCommit={(sendsGoods) => void props.put({ sendsGoods })}
      />
      <Checkbox
        label={t('siteSetup.exchange.takesOrders')}
        checked={props.draft.takesOrders}
        onCommit={(takesOrders) => void props.put({ takesOrders })}
      />
      <NumberField
        label={t('siteSetup.exchange.minutes')}
        min={EXCHANGE_LIMITS.fewest}
        max={EXCHANGE_LIMITS.most}
        value={props.draft.minutes}
        onCommit={(minutes) => void (minutes !== null && props.put({ minutes }))}
      />
    </>
  )
}
