/** What stands beside exported files. */
export const README = `# Voronka: export of everything

Each collection is written twice, under the field's own names (\`shared/*/collections.ts\`):

- \`<collection>.jsonl\`: one record a line, as JSON, with its lists; exact.
- \`<collection>.csv\`: one record a row, UTF-8, for spreadsheets; \`<collection>.<list>.csv\` holds the entries of a list, \`record\` says whose. A text that a spreadsheet would take for a formula has an apostrophe before it.

\`history.jsonl\` is the audit trail: each write that was ever made, in the order of its arrival: when (\`at\`), by which account and device (\`user\`, \`replica\`), to what (\`collection\`, \`record\`, \`path\`; an empty path is the record as created) and the value. \`stamp\` orders the writes to one path: the highest counts.

What stands in fields called \`custom_…\` the company has added: \`customFields\` says under that id what each is called, what it holds and what its options are, removed fields too. Their numbers and sums are in hundredths.

Times are milliseconds since 1970 (\`at\`, \`madeAt\`, \`changedAt\` and fields of instants) or days \`YYYY-MM-DD\`. Money is in minor units (kopecks), quantities in thousandths, percents as they are. A reference is the \`id\` of a record of another collection. \`gone\`: removed, and can be restored. Removed records are in the files.

Accounts, passwords and keys are not exported: they are in backups alone.
`
