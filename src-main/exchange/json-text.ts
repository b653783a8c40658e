export type JsonPlace = { readonly line: number; readonly column: number }

/** What a reading of JSON text found besides its value: where it breaks off, and fields that stand twice in one object. */
export type JsonReading = { readonly brokenAt: JsonPlace | undefined; readonly doubled: readonly string[] }

type Frame = { readonly kind: 'object' | 'array'; readonly keys: Set<string>; index: number; key: string | undefined }
type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end' | 'end-of-text'

const space = /[ \t\n\r]*/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const [quote, backslash, firstPrintable] = [0x22, 0x5c, 0x20]

/** Walks JSON text once, without recursion, by the grammar of RFC 8259. The platform's parser tells no place and keeps the last of two fields. */
export function readJsonText(text: string): JsonReading {
  const walk = new Walk(text)
  const broken = walk.toEnd()
  return { brokenAt: broken === undefined ? undefined : placeOf(text, broken), doubled: walk.doubled }
}

class Walk {
  readonly doubled: string[] = []
  readonly #text: string
  readonly #frames: Frame[] = []
  #at = 0
  #expecting: Expecting = 'value'

  constructor(text: string) {
    this.#text = text
  }

  /** The offset of the first character that cannot stand there; undefined where all is well. */
  toEnd(): number | undefined {
    for (;;) {
      this.#take(space)
      if (this.#at >= this.#text.length) return this.#expecting === 'end-of-text' ? undefined : this.#at
      if (!this.#step(this.#text[this.#at] ?? '')) return this.#at
    }
  }

  #step(character: string): boolean {
    const frame = this.#frames.at(-1)
    if (frame !== undefined && character === (frame.kind === 'object' ? '}' : ']')) return this.#close()
    switch (this.#expecting) {
      case 'end-of-text':
        return false
      case 'comma-or-end':
        return frame !== undefined && this.#comma(character, frame)
      case 'key':
      case 'key-or-end':
        return frame !== undefined && this.#name(frame)
      default:
        return this.#value(character)
    }
  }

  #close(): boolean {
    if (this.#expecting === 'value' || this.#expecting === 'key') return false
    this.#at += 1
    this.#frames.pop()
    this.#afterValue()
    return true
  }

  #comma(character: string, frame: Frame): boolean {
    if (character !== ',') return false
    this.#at += 1
    frame.index += 1
    this.#expecting = frame.kind === 'object' ? 'key' : 'value'
    return true
  }

  #name(frame: Frame): boolean {
    const quoted = this.#quoted()
    if (quoted === undefined) return false
    this.#take(space)
    if (this.#text[this.#at] !== ':') return false
    this.#at += 1
    frame.key = JSON.parse(quoted)
    if (frame.key !== undefined) {
      if (frame.keys.has(frame.key)) this.doubled.push(this.#path())
      frame.keys.add(frame.key)
    }
    this.#expecting = 'value'
    return true
  }

  #value(character: string): boolean {
    if (character === '{' || character === '[') {
      this.#at += 1
      const kind = character === '{' ? 'object' : 'array'
      this.#frames.push({ kind, keys: new Set(), index: 0, key: undefined })
      this.#expecting = kind === 'object' ? 'key-or-end' : 'value-or-end'
      return true
    }
    if ((character === '"' ? this.#quoted() : this.#take(scalar)) === undefined) return false
    this.#afterValue()
    return true
  }

  #afterValue(): void {
    this.#expecting = this.#frames.length === 0 ? 'end-of-text' : 'comma-or-end'
  }

  /** By hand, since a text of many megabytes is too long for a repeated pattern. */
  #quoted(): string | undefined {
    const from = this.#at
    if (this.#text[from] !== '"') return undefined
    this.#at += 1
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === quote) {
        this.#at += 1
        return this.#text.slice(from, this.#at)
      }
      if (code < firstPrintable) return undefined
      if (code !== backslash) this.#at += 1
      else if (this.#take(escaped) === undefined) return undefined
    }
    return undefined
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const [found] = pattern.exec(this.#text) ?? []
    if (found === undefined || (found === '' && pattern !== space)) return undefined
    this.#at += found.length
    return found
  }

  #path(): string {
    return this.#frames.map((frame) => (frame.kind === 'array' ? `[${frame.index}]` : `.${(frame.key ?? '').slice(0, 60)}`)).join('')
  }
}

function placeOf(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}
