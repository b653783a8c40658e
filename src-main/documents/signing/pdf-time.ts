/** An ISO instant as a PDF date in UTC, without fractions. */
export function pdfTime(instant: string): string {
  return `D:${new Date(instant)
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(0, 14)}Z`
}

/** A PDF date as an ISO instant, or undefined. A date without a zone is read as UTC. */
export function readPdfTime(text: string): string | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)?/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, sign, zoneHours = '0', zoneMinutes = '0'] = match
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000
  const instant = new Date(sign === '-' ? local + offset : local - offset)
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString()
}
