/** Debian's Chromium: Playwright downloads none. */
export const CHROMIUM = '/usr/bin/chromium'

/** What Playwright turns off itself: of two such flags Chromium takes the last, so they are said again. */
const OFF_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** Pages of the browser's own frame, which no test sees: in each new window they cost a second of the processor. */
const FRAME = ['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup', 'PreloadTopChromeWebUI']

/** How Chromium is started for tests: without what only a person at its window would see. */
export const CHROMIUM_ARGS = [`--disable-features=${[...OFF_BY_PLAYWRIGHT, ...FRAME].join(',')}`]
