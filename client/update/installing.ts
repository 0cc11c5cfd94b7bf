import { type Accessor, createSignal } from 'solid-js'

/** What a browser gives the page that may ask to be installed; not in TypeScript's own library, since not a standard. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

const [offer, setOffer] = createSignal<InstallOffer | null>(null)

/** Whether the browser would install the program now. */
export const canInstall: Accessor<boolean> = () => offer() !== null

/** Keeps the browser's offer until somebody wants it. Called once, by the page's first script: an offer comes but once. */
export function followInstalling(): void {
  addEventListener('beforeinstallprompt', (event) => setOffer(event as InstallOffer))
  addEventListener('appinstalled', () => setOffer(null))
}

/** Lets the browser ask whether to install the program. An offer can be used once. */
export async function install(): Promise<void> {
  const taken = offer()
  setOffer(null)
  await taken?.prompt()
}
