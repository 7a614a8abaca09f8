/** The letter of the nth note, from 1: a … z, aa, ab …, as spreadsheet columns count. */
export function noteLetter(number: number): string {
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  }
  return letters
}
