/** Debian's Chromium: Playwright downloads none. */
export const CHROMIUM = '/usr/bin/chromium'

/** The same engine without a browser's frame and its processes: a test takes a fifth less of the processor in it. */
export const CHROMIUM_SHELL = '/usr/bin/chromium-headless-shell'

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
