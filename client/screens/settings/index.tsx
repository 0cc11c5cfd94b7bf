import { useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { Catalog } from '../../records/catalog.tsx'
import { Backups } from './backups/backups.tsx'
import { CATALOGS } from './catalogs.tsx'
import { ErasuresPage } from './erasures/erasures.tsx'
import { FeaturesPage } from './features/features.tsx'
import { CustomFieldsPage } from './fields/fields.tsx'
import { MailPage } from './mail/mail.tsx'
import { Overview } from './overview/overview.tsx'
import { People } from './people/people.tsx'
import { PhonesPage } from './phones/phones.tsx'
import { SendingPage } from './sending/sending.tsx'
import { Tags } from './tags/tags.tsx'
import { WorkingTimePage } from './working-time/working-time.tsx'

/** The pages of settings by their address; without one, all of them. */
export default function SettingsScreen() {
  const params = useParams<{ list?: string }>()
  return (
    <Switch fallback={<Overview />}>
      <Match when={params.list === 'people'}>
        <People />
      </Match>
      <Match when={params.list === 'features'}>
        <FeaturesPage />
      </Match>
      <Match when={params.list === 'fields'}>
        <CustomFieldsPage />
      </Match>
      <Match when={params.list === 'working-time'}>
        <WorkingTimePage />
      </Match>
      <Match when={params.list === 'tags'}>
        <Tags />
      </Match>
      <Match when={params.list === 'sending'}>
        <SendingPage />
      </Match>
      <Match when={params.list === 'mail'}>
        <MailPage />
      </Match>
      <Match when={params.list === 'phones'}>
        <PhonesPage />
      </Match>
      <Match when={params.list === 'backups'}>
        <Backups />
      </Match>
      <Match when={params.list === 'erasures'}>
        <ErasuresPage />
      </Match>
      <Match when={CATALOGS[params.list ?? '']}>
        <Show keyed when={params.list}>
          {(list) => <Show when={CATALOGS[list]}>{(one) => <Catalog {...one()} home={`/settings/${list}`} />}</Show>}
        </Show>
      </Match>
    </Switch>
  )
}
