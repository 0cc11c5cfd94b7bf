import './picture/show.ts'
import './ui/look/fonts.css'
import './ui/look/tokens.css'
import './ui/look/base.css'
import { screenAt } from './addresses.ts'
import { connectEarly } from './data/page/early.ts'
import { deviceLabel } from './records/devices/device-label.ts'
import { startTheme } from './ui/look/theme.ts'
import { createLanguage, loadDictionary } from './ui/words/dictionaries.ts'
import { followInstalling } from './update/installing.ts'

// Whoever has worked here before is awaited: the data worker opens his session, and his screen is fetched, while the
// program itself is read.
startTheme()
followInstalling()
void loadDictionary(createLanguage()[0]())
if (connectEarly(deviceLabel(navigator.userAgent))) {
  void import('./desk.tsx')
  void screenAt(location.pathname)?.load()
}
void import('./program.tsx')
