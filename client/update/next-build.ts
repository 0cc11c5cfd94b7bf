import { registerSW } from 'virtual:pwa-register'
import { type Accessor, createSignal } from 'solid-js'
import { isSomethingUnsaved } from './unsaved.ts'

/** `none`: this is the newest build known; `here`: another is loaded; `waiting`: it comes once all is saved. */
export type NextBuild = 'none' | 'here' | 'waiting'

const LOOK_EVERY = 60 * 60 * 1000
const LOOK_FOR_SAVED = 500

const [next, setNext] = createSignal<NextBuild>('none')
let take: () => Promise<void>

export const nextBuild: Accessor<NextBuild> = next

/**
 * Keeps the program on this device, so that it starts without a network, and looks for newer builds. Until one is taken,
 * or all tabs are closed, everything of the present build stays in the browser's store. Called once.
 */
export function followBuilds(): void {
  take = registerSW({
    onNeedRefresh: () => setNext('here'),
    onRegisteredSW: (_address, registration) => registration && lookForBuilds(registration),
  })
}

/** Takes the newer build: all tabs begin anew, as soon as nothing is unsaved in any of them. */
export async function takeNextBuild(): Promise<void> {
  setNext('waiting')
  while (await isSomethingUnsaved()) await new Promise((resolve) => setTimeout(resolve, LOOK_FOR_SAVED))
  await take()
}

function lookForBuilds(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // Without a network there is nothing newer to be had; the next look will tell.
    if (navigator.onLine) registration.update().catch(() => undefined)
  }
  setInterval(look, LOOK_EVERY)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
}
