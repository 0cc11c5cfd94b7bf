import type { Words } from '../../words.ts'

export const keeping: Words['keeping'] = {
  title: 'Backups',
  last: 'Last backup',
  lastIs: '{{when}}, {{size}}',
  none: 'none yet',
  count: 'Backups in all',
  next: 'Next one',
  never: 'by the button only',
  folder: 'Folder on the server',
  makeNow: 'Make one now',
  hint: 'One is made every night by itself, and keeps nobody from working. Keep backups on another disk, too: a disk that breaks takes the backups on it along.',
  failed: 'No backup was made ({{when}}).',
  late: 'There has been no backup for more than 36 hours. Should the disk break, all since the last one stands on devices alone.',
  damaged: 'The data are damaged, and so is the last backup. “npm run crm -- verify” on the server says what is.',
  ownerOnly: 'Backups are for the owner to see.',
  needsNetwork: 'Backups are seen while the server answers.',
  sweep: {
    named: 'Needed by records: {{count}} ({{bytes}} bytes).',
    young: 'Needed by nobody, but here for less than 30 days, and they stay: {{count}} ({{bytes}} bytes).',
    old: 'Needed by nobody for more than 30 days: {{count}} ({{bytes}} bytes). Nothing was removed: --remove does that.',
    removed: 'Needed by nobody for more than 30 days, removed: {{count}} ({{bytes}} bytes).',
  },
  help: {
    erase:
      'npm run crm -- erase (--customer ID [--contact ID] | --address MAIL_OR_NUMBER) --ground "request no. … of …" [--data DIR]\n\nAsks for the personal data of a person to be erased; the server must be stopped, and does it by itself as soon as it starts. It cannot be undone.\n  --customer  the customer; with --contact that contact alone\n  --address   somebody of whom only an e-mail address or a number is known\n  --ground    number and date of the request\n  --data      the data folder (VORONKA_DATA by default, else data)\n\nExit code: 0 noted, 2 nothing was changed.',
    files:
      'npm run crm -- files --sweep [--remove] [--data DIR]\n\nFinds files that no record names (records in the trash count, too) and that have stood in the data folder for more than 30 days. Prints their paths and how many of what there are; the server may run meanwhile.\n  --remove  remove them; the server must be stopped\n  --data    the data folder (VORONKA_DATA by default, else data)\n\nWhere any document is damaged, nothing is removed. Exit code: 0 done, 2 not done.',
    backup:
      'npm run crm -- backup [--to FOLDER] [--data DIR]\n\nMakes a backup of all that a company is kept in: data, accounts, keys. The server may run meanwhile.\n  --to    where the backup goes (backups in the data folder by default)\n  --data  the data folder (VORONKA_DATA by default, else data)\n\nPrints the folder of the backup. Exit code: 0 made, 1 made, but the data are damaged, 2 not made.',
    restore:
      'npm run crm -- restore --from BACKUP [--data DIR]\n\nPuts a backup in the place of what stands in the data folder. The server must be stopped.\n  --from  the folder of the backup (with its manifest.json)\n  --data  the data folder (VORONKA_DATA by default, else data)\n\nThe former files are not deleted: they go into aside. Devices bring what the backup lacks by themselves, as soon as they connect. Exit code: 0 restored, 1 restored, but the backup has damaged documents, 2 nothing was changed.',
    verify:
      'npm run crm -- verify [--data DIR | --backup BACKUP]\n\nLooks a data folder or a backup through: every document loads, every reference leads to a record, documents and audit trail agree. The server may run meanwhile.\n  --data    the data folder (VORONKA_DATA by default, else data)\n  --backup  the folder of a backup: the sums of its files are checked too\n\nNames what is broken: document, record, field. Exit code: 0 all is well, 1 something is broken, 2 it could not be read.',
    export:
      'npm run crm -- export --to FOLDER [--data DIR]\n\nWrites everything into open files: each collection as JSON Lines and CSV, the history of changes, a description of the format. The server may run meanwhile.\n  --to    where the files go\n  --data  the data folder or a backup (VORONKA_DATA by default, else data)',
  },
  verified: 'All is well: {{documents}} documents, {{records}} records.',
  problemsFound: '{{count}} things are broken ({{documents}} documents, {{records}} records).',
  problem: {
    damaged: '{{document}}: the document is damaged and does not load.',
    reference: '{{document}}: {{place}}: the reference leads to a record that is not there.',
    lost: '{{document}}: {{place}}: the change is in the audit trail, and not in the document.',
    noBytes: '{{document}}: {{place}}: the file itself is not on the disk.',
    otherBytes: '{{document}}: {{place}}: the file on the disk is spoiled.',
    untrailed: '{{document}}: {{place}}: the change is in the document, and not in the audit trail.',
  },
  notExported: 'The document {{document}} is damaged, and was not exported.',
  restored: 'The backup of {{made}} stands in {{data}}: {{documents}} documents, {{accounts}} accounts.',
  asideIn: 'The former files are in {{aside}}.',
  erasedAgain:
    'This backup brings back the data of people who have been erased on request since: {{count}}. The server erases them again by itself as soon as it starts.',
  toBeErased:
    'Noted as {{id}}. The server erases the data by itself as soon as it starts; the settings show how far it is.',
  afterRestore:
    'Start the server. Everybody signs in anew; devices bring what they wrote after this backup by themselves.',
  documentDamaged: 'The document {{document}} is damaged, and so it is in the backup. Restore it from an earlier one.',
}
