import { Navigate, Route, Router } from '@solidjs/router'
import { lazy, type ParentProps } from 'solid-js'
import { Entrance } from './screens/account/entrance.tsx'
import { Toasts } from './ui/overlays/toast.tsx'
import { WordsProvider } from './ui/words/words.tsx'

const Orders = lazy(() => import('./screens/orders/index.tsx'))
const Customers = lazy(() => import('./screens/customers/index.tsx'))
const Goods = lazy(() => import('./screens/goods/index.tsx'))
const Settings = lazy(() => import('./screens/settings/index.tsx'))

/** The program: words, the way in, the frame, and a screen per address. */
export function App() {
  return (
    <WordsProvider>
      <Entrance>
        {() => (
          <Router root={Frame}>
            <Route path="/orders/:sort/draft/:draft" component={Orders} />
            <Route path="/orders/:sort/:id?" component={Orders} />
            <Route path="/customers/:id?" component={Customers} />
            <Route path="/goods/:id?" component={Goods} />
            <Route path="/settings/:list/:id?" component={Settings} />
            <Route path="*" component={() => <Navigate href="/orders/work" />} />
          </Router>
        )}
      </Entrance>
      <Toasts />
    </WordsProvider>
  )
}

function Frame(props: ParentProps) {
  return <div class="frame">{props.children}</div>
}
