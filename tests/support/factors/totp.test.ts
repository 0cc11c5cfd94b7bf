import { expect, test } from 'vitest'
import { codeFor } from './totp.ts'

test('Codes are those of RFC 6238', () => {
  // «12345678901234567890» in base32, the secret of the standard's own table.
  const uri = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect([59, 1_111_111_109, 2_000_000_000].map((seconds) => codeFor(uri, seconds * 1000))).toEqual([
    '287082',
    '081804',
    '279037',
  ])
})
