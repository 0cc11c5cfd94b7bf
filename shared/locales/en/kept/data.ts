import type { Words } from '../../words.ts'

export const data: Words['data'] = {
  saved: {
    server: 'Saved on the server',
    device: 'Saved on this device',
    saving: 'Saving…',
    loading: 'Loading…',
    fetching: 'Loading: {{n}} of {{total}}',
    waiting: {
      one: '{{n}} change waits for the network {{since}}',
      other: '{{n}} changes wait for the network {{since}}',
    },
    sending: { one: 'Sending {{n}} change', other: 'Sending {{n}} changes' },
    offline: 'No network, everything is saved on the device',
    refused: { one: 'Not accepted: {{n}}', other: 'Not accepted: {{n}}' },
    memory: 'The browser gives no storage: nothing will be left when the tab is closed',
    full: 'The device is full: new changes are not saved on it',
    unkept: {
      one: 'The device is full: {{n}} change is lost if you close the tab',
      other: 'The device is full: {{n}} changes are lost if you close the tab',
    },
    wiped: 'The browser has cleared the data on this device: they are being fetched again',
    denied: 'Sign in again',
    unserved: 'The server does not give some data',
  },
  short: {
    server: 'Saved',
    device: 'On the device',
    saving: 'Saving',
    loading: 'Loading',
    fetching: '{{n}} of {{total}}',
    waiting: { one: '{{n}} waiting', other: '{{n}} waiting' },
    sending: { one: 'Sending {{n}}', other: 'Sending {{n}}' },
    offline: 'Offline',
    refused: { one: 'Not accepted: {{n}}', other: 'Not accepted: {{n}}' },
    memory: 'No storage',
    full: 'Device full',
    unkept: { one: 'Not saved: {{n}}', other: 'Not saved: {{n}}' },
    wiped: 'Data cleared',
    denied: 'Sign in again',
    unserved: 'Data missing',
  },
}
