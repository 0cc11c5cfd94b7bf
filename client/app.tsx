import { lazy } from 'solid-js'
import { Desk } from './desk.tsx'
import { Entrance } from './screens/account/entrance.tsx'
import type { ScreenRow } from './shell/screens.tsx'
import { WordsProvider } from './ui/words/words.tsx'

/** The screens by their addresses; the menu that leads to them is shell/menu.ts. */
const SCREENS: readonly ScreenRow[] = [
  {
    path: ['/orders/:sort/draft/:draft', '/orders/:sort/:id?'],
    screen: lazy(() => import('./screens/orders/index.tsx')),
  },
  {
    path: ['/orders/:sort/board/:kind/draft/:draft', '/orders/:sort/board/:kind?/:id?'],
    screen: lazy(() => import('./screens/orders/board/index.tsx')),
  },
  { path: '/funnel', screen: lazy(() => import('./screens/funnel/index.tsx')) },
  { path: '/customers/:id?', screen: lazy(() => import('./screens/customers/index.tsx')) },
  { path: '/goods/:id?', screen: lazy(() => import('./screens/goods/index.tsx')) },
  { path: '/profile', screen: lazy(() => import('./screens/profile/index.tsx')) },
  { path: '/trash', screen: lazy(() => import('./screens/trash/index.tsx')) },
  { path: '/settings/:list/:id?', screen: lazy(() => import('./screens/settings/index.tsx')) },
]

/** The program: words, the way in, and then the desk of whoever has signed in. */
export function App() {
  return (
    <WordsProvider>
      <Entrance>{(account) => <Desk account={account} screens={SCREENS} />}</Entrance>
    </WordsProvider>
  )
}
