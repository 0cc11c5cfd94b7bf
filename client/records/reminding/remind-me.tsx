import Bell from 'lucide-solid/icons/bell'
import { createSignal, For } from 'solid-js'
import { type Basis, formatBasis } from '../../../shared/basis/basis.ts'
import { useData } from '../../data/page/solid.tsx'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { MomentField } from '../../ui/inputs/dates/date-field.tsx'
import { Fields } from '../../ui/inputs/field/field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { Popover } from '../../ui/overlays/panes/popover.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { useNow } from '../now.tsx'
import { useMayWrite } from '../rights.ts'
import { QUICK_TIMES, quickTime } from './quick-times.ts'
import './remind-me.css'

/** «Напомнить мне»: of this record, at a time, whatever it says itself. */
export function RemindMe(props: { readonly about: Basis }) {
  const { t } = useWords()
  const { person } = useData().account
  const isFor = person !== null && useMayWrite('reminders')
  return isFor ? (
    <Popover
      label={t('reminders.me')}
      class="remind-me"
      trigger={(attributes) => <IconButton {...attributes} icon={Bell} label={t('reminders.me')} />}
    >
      {(close) => <Form about={props.about} person={person} onDone={close} />}
    </Popover>
  ) : null
}

interface FormProps {
  readonly about: Basis
  readonly person: string
  readonly onDone: () => void
}

function Form(props: FormProps) {
  const { t, format, zone } = useWords()
  const acts = useActs()
  const data = useData()
  const now = useNow()
  const [text, setText] = createSignal<string | null>(null)
  const [at, setAt] = createSignal<number | null>(null)
  const remind = async (at: number) => {
    const values = { person: props.person, at, text: text(), about: formatBasis(props.about) }
    const id = await data.newId('reminders')
    const said = t('reminders.set', { when: format.when(at, now()) })
    if (await acts.run('createRecord', { collection: 'reminders', id, values }, said)) props.onDone()
  }
  const isPast = () => (at() ?? now()) < now()
  return (
    <>
      <Fields>
        <TextField label={t('reminders.text')} value={text()} onCommit={setText} />
      </Fields>
      <div class="remind-quick">
        <For each={QUICK_TIMES}>
          {(quick) => (
            <Button size="small" onClick={() => void remind(quickTime(quick, now(), zone()))}>
              {t(`reminders.quick.${quick}`)}
            </Button>
          )}
        </For>
      </div>
      <Fields>
        <MomentField
          label={t('reminders.when')}
          value={at()}
          doubt={isPast() ? t('reminders.past') : undefined}
          onCommit={setAt}
        />
      </Fields>
      <Button look="primary" disabled={at() === null || isPast()} onClick={() => void remind(at() ?? now())}>
        {t('reminders.submit')}
      </Button>
    </>
  )
}
