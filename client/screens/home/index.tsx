import { Match, Show, Switch } from 'solid-js'
import { useData } from '../../data/page/solid.tsx'
import { Segmented } from '../../ui/inputs/toggles/segmented.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { createRemembered } from '../../ui/look/remembered.ts'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createAround } from './around.ts'
import { createCounted } from './asking.ts'
import { Beginning, StepsLeft } from './beginning.tsx'
import { Day } from './day/day.tsx'
import { Month } from './month/month.tsx'
import { SiteLink } from './parts/site-link.tsx'
import './home.css'

const LOOKS = ['day', 'month'] as const

/** «Главная»: the month of the company, or one's own day. */
export default function HomeScreen() {
  const { t, format } = useWords()
  const { account } = useData()
  const around = createAround()
  const [look, setLook] = createRemembered('home', LOOKS, () => (account.role === 'manager' ? 'day' : 'month'))
  const all = createCounted(() => ({ collection: 'orders', filter: [] }))
  return (
    <Page
      title={t('shell.items.home')}
      bar={
        <div class="home-bar">
          <Segmented
            label={t('home.look')}
            bare
            value={look()}
            options={LOOKS.map((value) => ({ value, label: t(`home.${value}`) }))}
            onCommit={setLook}
          />
          <span class="dim">{look() === 'day' ? format.longDate(around.today()) : format.month(around.today())}</span>
          <SiteLink />
        </div>
      }
    >
      <div class="home">
        <Switch fallback={<Skeleton lines={8} />}>
          <Match when={all()?.count === 0 && look() === 'month'}>
            <Beginning />
          </Match>
          <Match when={all()}>
            <StepsLeft />
            <Show when={look() === 'day'} fallback={<Month around={around} />}>
              <Day around={around} />
            </Show>
          </Match>
        </Switch>
      </div>
    </Page>
  )
}
