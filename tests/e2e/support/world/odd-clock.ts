import { type Browser, chromium } from '@playwright/test'
import { CHROMIUM, CHROMIUM_ARGS } from '../../../../scripts/chromium.ts'
import { FAKETIME } from '../../../../scripts/faketime.ts'

/** A browser whose computer's clock is off by so many hours: its pages, workers and the browser itself read it so. */
export function startBrowserWithClockOff(hours: number): Promise<Browser> {
  const shift = `${hours < 0 ? '-' : '+'}${Math.abs(hours)}h`
  return chromium.launch({
    executablePath: CHROMIUM,
    args: CHROMIUM_ARGS,
    env: { ...environment(), LD_PRELOAD: FAKETIME, FAKETIME: shift, NO_FAKE_STAT: '1' },
  })
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
