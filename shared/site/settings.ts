/** Where the company's site stands, as its form shows it: `GET /api/site/door`, for owner and admin. */
export interface DoorView {
  /** Of a door that stands apart on a public machine; null: the sync server serves the site itself. */
  readonly apart: {
    /** `https://shop.example` */
    readonly address: string
    /** Whether its key is known; `isLocked`: it was sealed by another key than that of this data folder. */
    readonly isKeySet: boolean
    readonly isLocked: boolean
  } | null
  /** Where the first page of the site stands. */
  readonly shop: string
  /** Whether that is an address that others were told of: else letters must not lead there. */
  readonly isPublic: boolean
}

/** Whether readers of letters find the public door: `GET /api/site/reach`, for whoever is signed in. */
export type Reach = Pick<DoorView, 'isPublic'>

/** `PUT /api/site/door`; gives the DoorView. Null: the sync server serves the site itself. Failures: sending-secret-needed, sending-locked. */
export interface DoorChange {
  readonly apart: {
    readonly address: string
    /** Null: the one that stands, if the address is the one that stands. */
    readonly key: string | null
  } | null
}

/** `POST /api/site/door/try` with a DoorChange: what answers at an address with that key; nothing is kept. Failures as of the change. */
export interface DoorTried {
  /** `noDoor`: something else answers there. */
  readonly is: 'open' | 'keyRefused' | 'unreachable' | 'noDoor'
}

/** Where an agent speaks with a door, with the key that it shows there. */
export interface DoorAddress {
  /** Null: at the sync server itself. */
  readonly address: string | null
  readonly key: string
}

/** `GET /api/agent/door`: where the public door stands, for agents. Failure sending-locked. */
export interface AgentDoor extends DoorAddress {
  /** What links in letters begin with, as `https://crm.example`: the paths of reader-links.ts stand behind it. */
  readonly publicAddress: string
  /** Where the first page of the site stands, as `https://crm.example/shop`: the page of an order is `<shop>/order/<token>`. */
  readonly shop: string
  /** Whether others were told of that address; else it is this machine's own, and letters must not lead there. */
  readonly isPublic: boolean
  /** What tokens of links are signed with, base64url. */
  readonly links: string
  /** All doors where somebody may have done something: a former one is read as long as letters lead there. */
  readonly queues: readonly DoorAddress[]
}
