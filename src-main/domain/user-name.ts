/** As long as a name in a certificate may be. @source X.520 ub-common-name */
export const longestUserName = 64

export const tidyName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ')

/** Whether two names are one to a reader: users are told apart, and unlock, by name. @source Hemväg rule */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other)

/** A name as it is compared: capitals, spaces and how letters were composed count for nothing. */
export const plainName = (name: string): string => tidyName(name).toLowerCase().normalize('NFKC')
