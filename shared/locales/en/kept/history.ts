import type { Words } from '../../words.ts'

export const history: Words['history'] = {
  away: 'History is kept on the server, which cannot be reached now. Below is what this device itself knows.',
  earlier: 'Show what was earlier',
  empty: 'No changes yet',
  unsent: 'not sent yet',
  late: 'on the server {{when}}',
  server: 'Server',
  made: 'Record made',
  removed: 'Record removed',
  restored: 'Record restored',
  undoes: 'takes a move back',
  entry: {
    added: 'added:',
    removed: 'removed:',
    restored: 'brought back:',
    placed: 'put elsewhere:',
    bringBack: 'Bring back what was removed',
  },
  bringBack: 'Bring this value back',
  value: '({{label}}: {{value}})',
}
