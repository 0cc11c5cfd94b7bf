import { otherPages } from '../data/page/alive.ts'

/** How long other tabs may take to say how it is in them, ms. A tab that sleeps has nothing being typed. */
const PATIENCE = 1500

/** Something is typed and not saved, a form stands open, or what was done is on its way to the disk. */
const BEGUN = '[data-draft]:not([type="search"]), .dialog[data-state="open"], [data-unkept="yet"]'
/** That, or the device keeps nothing. */
const UNSAVED = `${BEGUN}, [data-unkept]`

/** What tabs say to each other: a question for some elements, by its number, and the answers to it. */
type Message =
  | { readonly say: 'ask'; readonly question: string; readonly elements: string }
  | { readonly say: 'answer'; readonly question: string; readonly isUnsaved: boolean }

const channel = new BroadcastChannel('voronka/unsaved')
const say = (message: Message) => channel.postMessage(message)

channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.say === 'ask') say({ say: 'answer', question: data.question, isUnsaved: isHere(data.elements) })
}

/** Whether in any tab something is typed that is not saved yet, or a form stands open. */
export async function isSomethingBegun(): Promise<boolean> {
  return isHere(BEGUN) || isElsewhere(BEGUN)
}

/** Whether anything would be lost if the tabs began anew: something is begun in one of them, or the device keeps nothing. */
export async function isSomethingUnsaved(): Promise<boolean> {
  return isHere(UNSAVED) || isElsewhere(UNSAVED)
}

function isHere(elements: string): boolean {
  return document.querySelector(elements) !== null
}

async function isElsewhere(elements: string): Promise<boolean> {
  const question = crypto.randomUUID()
  let silent = await otherPages()
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<Message>) => {
      if (data.say !== 'answer' || data.question !== question) return
      silent -= 1
      if (data.isUnsaved || silent <= 0) end(data.isUnsaved)
    }
    const end = (is: boolean) => {
      channel.removeEventListener('message', hear)
      resolve(is)
    }
    if (silent <= 0) return resolve(false)
    channel.addEventListener('message', hear)
    say({ say: 'ask', question, elements })
    setTimeout(end, PATIENCE, false)
  })
}
