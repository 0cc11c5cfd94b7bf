import { lazy } from 'solid-js'
import { SCREENS } from './addresses.ts'
import { Entrance } from './screens/account/entrance.tsx'
import { inOwnTask } from './ui/layout/later.tsx'
import { WordsProvider } from './ui/words/words.tsx'

/** Not part of what somebody loads who has yet to sign in. */
const Desk = lazy(() => import('./desk.tsx').then(inOwnTask))
const screens = SCREENS.map(({ path, load }) => ({ path, screen: lazy(() => load().then(inOwnTask)) }))

/** The program: words, the way in, and then the desk of whoever has signed in. */
export function App() {
  return (
    <WordsProvider>
      <Entrance>{(account) => <Desk account={account} screens={screens} />}</Entrance>
    </WordsProvider>
  )
}
