import { render } from 'solid-js/web'
import '../look/fonts.css'
import '../look/tokens.css'
import '../look/base.css'
import { startTheme } from '../look/theme.ts'
import { Toasts } from '../toasts/toasts.tsx'
import { WordsProvider } from '../words/words.tsx'
import { Gallery } from './gallery.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
startTheme()
render(
  () => (
    <WordsProvider zone="Europe/Moscow">
      <Gallery />
      <Toasts />
    </WordsProvider>
  ),
  root,
)
