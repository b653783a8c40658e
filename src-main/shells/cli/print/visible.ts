// What a terminal obeys instead of showing, and what turns the order of letters round.
const unseen = /[^\P{Cc}\n]|\p{Bidi_Control}|[\u2028\u2029]/gu

const spelled = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text with its control characters spelled out, as JSON spells them: names of files and notes come from anywhere. Lines stay lines. */
export const visible = (text: string): string => text.replace(unseen, spelled)

/** The same for what must stay in one line. */
export const inOneLine = (text: string): string => visible(text).replaceAll('\n', '\\n')
