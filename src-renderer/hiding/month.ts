/** The weeks of a day's month from Monday to Sunday, by day of the month; null outside the month. */
export function monthGrid(day: Date): readonly (readonly (number | null)[])[] {
  const first = new Date(day.getFullYear(), day.getMonth(), 1)
  const days = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate()
  const before = (first.getDay() + 6) % 7
  const weeks = Math.ceil((before + days) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const number = week * 7 + weekday - before + 1
      return number >= 1 && number <= days ? number : null
    }),
  )
}
