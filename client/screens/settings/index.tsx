import { useParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { Catalog } from '../../records/catalog.tsx'
import { Backups } from './backups/backups.tsx'
import { KindStates } from './kinds/kind-states.tsx'
import { Requisites } from './organisations/requisites.tsx'
import { People } from './people/people.tsx'

/** The lists of settings by their address. */
export default function SettingsScreen() {
  const params = useParams<{ list: string }>()
  const home = (list: string) => `/settings/${list}`
  return (
    <Switch>
      <Match when={params.list === 'organisations'}>
        <Catalog
          collection="organisations"
          home={home('organisations')}
          columns={['name', 'fullName', 'inn']}
          form={[
            'name',
            'fullName',
            'inn',
            'kpp',
            'ogrn',
            'address',
            'phone',
            'email',
            'headPost',
            'head',
            'accountant',
          ]}
          below={(id) => <Requisites id={id} />}
        />
      </Match>
      <Match when={params.list === 'departments'}>
        <Catalog collection="departments" home={home('departments')} columns={['name']} form={['name']} />
      </Match>
      <Match when={params.list === 'kinds'}>
        <Catalog
          collection="kinds"
          home={home('kinds')}
          columns={['name', 'sort']}
          form={['name', 'sort']}
          fresh={{ sort: 'customer' }}
          below={(id) => <KindStates id={id} />}
        />
      </Match>
      <Match when={params.list === 'states'}>
        <Catalog collection="states" home={home('states')} columns={['name', 'hue']} form={['name', 'hue']} />
      </Match>
      <Match when={params.list === 'reasons'}>
        <Catalog
          collection="reasons"
          home={home('reasons')}
          columns={['name', 'other']}
          form={['name', 'hue', 'other']}
        />
      </Match>
      <Match when={params.list === 'groups'}>
        <Catalog
          collection="productGroups"
          home={home('groups')}
          columns={['name', 'parent']}
          form={['name', 'parent']}
        />
      </Match>
      <Match when={params.list === 'prices'}>
        <Catalog
          collection="priceTypes"
          home={home('prices')}
          columns={['name', 'currency']}
          form={['name', 'currency']}
        />
      </Match>
      <Match when={params.list === 'people'}>
        <People />
      </Match>
      <Match when={params.list === 'backups'}>
        <Backups />
      </Match>
    </Switch>
  )
}
