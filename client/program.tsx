import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { beginUntilActed, inOwnTask } from './ui/layout/later.tsx'
import { followBuilds } from './update/next-build.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
beginUntilActed()
followBuilds()
void inOwnTask(root).then((place) => render(() => <App />, place))
