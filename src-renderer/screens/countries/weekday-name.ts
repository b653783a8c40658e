/** Days of the week by their names, 1 Monday … 7 Sunday. 22 November 2026 is a Sunday. */
export const weekdayName = (iso: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 10, 22 + iso, 12)))
