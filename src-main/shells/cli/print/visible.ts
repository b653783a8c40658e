// What a terminal obeys instead of showing, and what turns the order of letters round.
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

const spelled = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text with its control characters spelled out, as JSON spells them: names of files and notes come from anywhere. Lines stay lines. */
export const visible = (text: string): string => text.replace(unseen, spelled)

/** The same for what must stay in one line. */
export const inOneLine = (text: string): string => visible(text).replaceAll('\n', '\\n')
