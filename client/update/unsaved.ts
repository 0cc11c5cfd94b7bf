import { otherPages } from '../data/page/alive.ts'

/** How long other tabs may take to say how it is in them, ms. A tab that sleeps has nothing being typed. */
const PATIENCE = 1500

/** What tabs say to each other: a question, by its number, and the answers to it. */
type Message =
  | { readonly say: 'ask'; readonly question: string }
  | { readonly say: 'answer'; readonly question: string; readonly isUnsaved: boolean }

const channel = new BroadcastChannel('voronka/unsaved')
const say = (message: Message) => channel.postMessage(message)

channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.say === 'ask') say({ say: 'answer', question: data.question, isUnsaved: isUnsavedHere() })
}

/** Whether in any tab something is typed that is not saved yet, or a form stands open, or the device keeps nothing. */
export async function isSomethingUnsaved(): Promise<boolean> {
  return isUnsavedHere() || isUnsavedElsewhere()
}

function isUnsavedHere(): boolean {
  return document.querySelector('[data-draft]:not([type="search"]), [data-unkept], .dialog[data-state="open"]') !== null
}

async function isUnsavedElsewhere(): Promise<boolean> {
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
    say({ say: 'ask', question })
    setTimeout(end, PATIENCE, false)
  })
}
