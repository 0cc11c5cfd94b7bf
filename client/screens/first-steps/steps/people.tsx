import { createSignal } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Whoever else works here. */
export function PeopleStep() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [name, setName] = createSignal<string | null>(null)
  const add = async () => {
    const given = name()
    if (given === null) return
    const values = { collection: 'people', id: await data.newId('people'), values: { name: given } } as const
    if (await acts.run('createRecord', values, t('firstSteps.steps.people.added', { name: given }))) setName(null)
  }
  return (
    <>
      <form
        class="first-step-line"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField
          label={t('firstSteps.steps.people.name')}
          value={name()}
          maxLength={200}
          onCommit={(text) => void setName(text)}
        />
        <Button type="submit">{t('firstSteps.steps.people.add')}</Button>
      </form>
      <Link href="/settings/people">{t('firstSteps.steps.people.more')}</Link>
    </>
  )
}
