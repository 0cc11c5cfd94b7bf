/**
 * Where a browser has no SharedWorker, one tab hosts the account's data worker and all of them, this tab too, speak with
 * it over BroadcastChannels: on the hub they find each other, and each tab has a line of its own to each host.
 */
export type HubMessage =
  /** A tab asks who hosts. */
  | { readonly say: 'who' }
  /** A host is there: told when it begins, and to whoever asks. */
  | { readonly say: 'host'; readonly host: string }
  /** A tab listens on its line to that host. */
  | { readonly say: 'tab'; readonly tab: string; readonly host: string }

/** `name`: that of the worker, as page and worker have it. */
export function openHub(name: string): BroadcastChannel {
  return new BroadcastChannel(`${name}/hub`)
}

/** What is sent to a host that is gone reaches no other one. */
export function openLine(name: string, tab: string, host: string): BroadcastChannel {
  return new BroadcastChannel(`${name}/${tab}/${host}`)
}
