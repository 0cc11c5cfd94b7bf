import './ui/look/fonts.css'
import './ui/look/tokens.css'
import './ui/look/base.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { startTheme } from './ui/look/theme.ts'
import { followBuilds } from './update/next-build.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
startTheme()
followBuilds()
render(() => <App />, root)
