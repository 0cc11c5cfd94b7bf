/** How long other tabs may take to say that something is unsaved in them. A tab that sleeps has nothing being typed. */
const PATIENCE = 250

const channel = new BroadcastChannel('voronka/unsaved')

channel.onmessage = ({ data }: MessageEvent<'ask' | 'unsaved'>) => {
  if (data === 'ask' && isUnsavedHere()) channel.postMessage('unsaved')
}

/** Whether in any tab something is typed that is not saved yet, or a form stands open, or the device keeps nothing. */
export async function isSomethingUnsaved(): Promise<boolean> {
  return isUnsavedHere() || isUnsavedElsewhere()
}

function isUnsavedHere(): boolean {
  return document.querySelector('[data-draft]:not([type="search"]), [data-unkept], .dialog[data-state="open"]') !== null
}

function isUnsavedElsewhere(): Promise<boolean> {
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<'ask' | 'unsaved'>) => data === 'unsaved' && end(true)
    const end = (is: boolean) => {
      channel.removeEventListener('message', hear)
      resolve(is)
    }
    channel.addEventListener('message', hear)
    channel.postMessage('ask')
    setTimeout(end, PATIENCE, false)
  })
}
