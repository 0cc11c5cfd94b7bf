/** By turns, the weights of the digits of a bank's number and an account (Bank of Russia, order of checking the key, 8 September 1997, 515). */
const WEIGHTS = [7, 1, 3]
const BIK = /^\d{9}$/
/** Of 20 digits. An account of the treasury begins with 0, and its key follows another rule. */
const ACCOUNT = /^\d{20}$/
const TREASURY = /^0/
/** Last digits of the BIK of an office of the Bank of Russia itself: accounts with it are checked as correspondent ones are. */
const OFFICES = ['000', '001', '002']

/** What seems wrong about a BIK; null where nothing does. It has no check digit: the account has, by it. */
export function doubtOfBik(text: string): 'bik' | null {
  return BIK.test(digitsOf(text)) ? null : 'bik'
}

/** What seems wrong about a settlement account with the bank of that BIK; without a right BIK, only by its length. */
export function doubtOfAccount(text: string, bik: string | null = null): 'account-length' | 'account-key' | null {
  const bank = digitsOf(bik ?? '')
  return doubtBy(text, bank, OFFICES.includes(bank.slice(-3)) ? officeOf(bank) : bank.slice(-3))
}

/** The same of the account that the bank of that BIK itself has with the Bank of Russia. */
export function doubtOfCorrespondent(text: string, bik: string | null = null): 'account-length' | 'account-key' | null {
  const bank = digitsOf(bik ?? '')
  return doubtBy(text, bank, officeOf(bank))
}

/** The office that keeps a bank's correspondent account, as the key is reckoned with it. */
function officeOf(bik: string): string {
  return `0${bik.slice(4, 6)}`
}

function doubtBy(text: string, bik: string, bank: string): 'account-length' | 'account-key' | null {
  const digits = digitsOf(text)
  if (!ACCOUNT.test(digits)) return 'account-length'
  if (!BIK.test(bik) || TREASURY.test(digits)) return null
  const sum = [...(bank + digits)].reduce((total, digit, at) => total + Number(digit) * (WEIGHTS[at % 3] ?? 0), 0)
  return sum % 10 === 0 ? null : 'account-key'
}

function digitsOf(text: string): string {
  return text.replaceAll(/\s/g, '')
}
