import { framed, pictured } from './picture/show.ts'
import './ui/look/fonts.css'
import './ui/look/tokens.css'
import './ui/look/base.css'
import { screenAt } from './addresses.ts'
import { connectEarly } from './data/page/starting/early.ts'
import { firstAddress } from './home.ts'
import { deviceLabel } from './records/devices/device-label.ts'
import { startTheme } from './ui/look/theme.ts'
import { createLanguage, loadDictionary } from './ui/words/dictionaries.ts'
import { followInstalling } from './update/installing.ts'

// Whoever has worked here before is awaited: the data worker opens his session while the picture of his screen is drawn, and his
// screen is read beside the program itself.
startTheme()
followInstalling()
const language = createLanguage()[0]()
document.documentElement.lang = language
void loadDictionary(language)
const isKnown = connectEarly(deviceLabel(navigator.userAgent), framed)
void pictured.finally(() => {
  if (isKnown) {
    void import('./desk.tsx')
    void screenAt(firstAddress())?.load()
  }
  void import('./program.tsx')
})
