import { createStore } from 'solid-js/store'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** The first customer by hand, or all of them from a file. */
export function CustomersStep() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [typed, setTyped] = createStore<{ name: string | null; phone: string | null }>({ name: null, phone: null })
  const save = async () => {
    const { name, phone } = typed
    if (name === null) return
    const record = { collection: 'customers', id: await data.newId('customers'), values: { name, phone } } as const
    if (!(await acts.run('createRecord', record, t('firstSteps.steps.customers.saved', { name })))) return
    setTyped({ name: null, phone: null })
  }
  return (
    <>
      <form
        class="first-step-line"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('firstSteps.steps.customers.name')}
          value={typed.name}
          maxLength={200}
          onCommit={(name) => setTyped({ name })}
        />
        <TextField
          label={t('firstSteps.steps.customers.phone')}
          type="tel"
          value={typed.phone}
          maxLength={60}
          onCommit={(phone) => setTyped({ phone })}
        />
        <Button type="submit">{t('firstSteps.steps.customers.save')}</Button>
      </form>
      <Link href="/exchange">{t('firstSteps.steps.customers.more')}</Link>
    </>
  )
}
