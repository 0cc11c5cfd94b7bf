import { useNavigate } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { type Accessor, Show } from 'solid-js'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { useData } from '../../data/page/solid.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { single } from '../../ui/actions/single.ts'
import { createOffers } from '../../ui/keys/offers.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What goes with the address of a job that is still to be made: the values that it begins with. */
export interface BegunJob {
  readonly begins?: JsonObject
}

/** Opens jobs beside what stands at `home`, and begins new ones, by their key and in the palette too. */
export function createJobOpening(home: Accessor<string>) {
  const { t } = useWords()
  const data = useData()
  const navigate = useNavigate()
  const mayWrite = useMayWrite('jobs')
  const address = (id: string | null) => `${home()}${id === null ? '' : `/${id}`}${location.search}`
  const open = (id: string | null) => navigate(address(id), { scroll: false })
  const begin = single(async (begins: JsonObject) => {
    const id = await data.newId('jobs')
    const state: BegunJob = { begins: { performer: data.account.person, ...begins } }
    navigate(address(id), { scroll: false, state })
  })
  const create = (begins: JsonObject) => void begin(begins)
  createOffers(() => ({
    heading: t('keys.groups.screen'),
    rows: mayWrite
      ? [{ id: 'jobs.create', label: t('jobs.create'), icon: Plus, keys: 'n', run: () => create({}) }]
      : [],
  }))
  return { open, create }
}

/** The button of the same; whoever only reads has none. */
export function NewJobButton(props: { readonly onCreate: () => void }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('jobs')
  return (
    <Show when={mayWrite}>
      <Button look="primary" icon={Plus} onClick={() => props.onCreate()}>
        {t('jobs.create')}
      </Button>
    </Show>
  )
}
