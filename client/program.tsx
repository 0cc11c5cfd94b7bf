import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { followInstalling } from './update/installing.ts'
import { followBuilds } from './update/next-build.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
followBuilds()
followInstalling()
render(() => <App />, root)
