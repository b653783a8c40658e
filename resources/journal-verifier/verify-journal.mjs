// Checks a journal exported by Hemväg (format hemvag-journal-1). Stands alone: Node 20 or newer, nothing else.
//   node verify-journal.mjs export.jsonl [--key BASE64|FILE]… [--head CHAIN:SEQ:HASH]…       exit 0 whole, 1 not whole, 2 wrong use
// How a journal is built: one JSON object a line. An entry's hash is SHA-256 over a JSON list of its fields, the hash of the entry before
// it in its chain among them. A checkpoint's hash covers the newest entries of all chains that moved and the hash of the checkpoint before;
// it is signed (Ed25519). The last line is signed over every byte before it by the person who exported.
// --key: that person's public key, which you must have from elsewhere, not from this file. --head: a place in the journal that you know
// from a plan, a backup or an earlier export; `checkpoint:NUMBER:HASH` for a checkpoint. Hashes in hex.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'

const table = `
use | Användning: node verify-journal.mjs EXPORT [--key BASE64|FIL] [--head KEDJA:NUMMER:HASH]. Förstår inte: {0} | Usage: node verify-journal.mjs EXPORT [--key BASE64|FILE] [--head CHAIN:NUMBER:HASH]. Cannot understand: {0}
line | Rad {0} är ingen rad ur en journal här: filen är skadad, ändrad eller av annat slag. | Line {0} is no line of a journal here: the file is damaged, changed or of another kind.
order | Post {1} i kedjan {0} följer inte på posten före: poster saknas, är ändrade eller har bytt plats. | Entry {1} of chain {0} does not follow the one before: entries are missing, edited or moved.
edited | Post {1} i kedjan {0} är ändrad. | Entry {1} of chain {0} was edited.
known | {0}, nummer {1}, är ett annat än det som någon intygat. | {0}, number {1}, is another than the one somebody vouches for.
cut | {0}, nummer {1}, är intygat men saknas: journalen är avkortad eller satt tillbaka. | {0}, number {1}, is vouched for and not there: the journal was cut off or rolled back.
end | Kedjan {0} slutar vid post {1}, inte där kontrollpunkterna och dess huvud säger. | Chain {0} ends at entry {1}, not where the checkpoints and its head say.
point | Kontrollpunkt {0} är ändrad eller följer inte på den före. | Checkpoint {0} was edited or does not follow the one before it.
signature | Kontrollpunkt {0} är inte rätt underskriven. | Checkpoint {0} is not properly signed.
file | Filen är ändrad efter exporten, eller exporten är inte rätt underskriven. | The file was changed after the export, or the export is not properly signed.
key | Exporten är inte underskriven med den nyckel du angav. | The export is not signed with the key you gave.
short | Filen är avkortad. | The file was cut off.
count | {0} poster, {1} kedjor, {2} kontrollpunkter i register {3}. | {0} entries, {1} chains, {2} checkpoints in register {3}.
keyless | Utan --key visar detta bara att filen hänger ihop: den som vill kan ha skrivit om alltihop med egna nycklar. | Without --key this shows only that the file agrees with itself: somebody may have written all of it anew with keys of their own.
foreign | Kontrollpunkter av {0} är prövade mot en nyckel ur filen, som bara exportören intygar. | Checkpoints by {0} were checked against a key from the file, for which only the exporter vouches.
later | Vad som hänt efter kontrollpunkt {0} ({1}) syns inte här. Med --head ur något senare syns om journalen är satt tillbaka. | What happened after checkpoint {0} ({1}) cannot be seen here. --head from something later shows whether the journal was rolled back.
whole | HEL: inget är ändrat, borttaget eller flyttat. | WHOLE: nothing was edited, removed or moved.
broken | INTE HEL: {0} fel. | NOT WHOLE: {0} faults.`
const language = /^sv/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 1 : 2
const texts = new Map()
for (const row of table.trim().split('\n')) texts.set(row.split(' | ')[0], row.split(' | ')[language])
const say = (key, ...values) => console.log(texts.get(key).replace(/\{(\d)\}/g, (_, place) => values[place]))
let faults = 0
const fault = (...words) => ++faults <= 50 && say(...words)

const bytesOf = (text) => Buffer.from(String(text), 'base64')
const sha256 = (list) => createHash('sha256').update(JSON.stringify(list)).digest('base64')
function isSigned(key, prefix, hash, signature) {
  if (!key || bytesOf(signature).toString('base64') !== signature) return false
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytesOf(key).toString('base64url') }, format: 'jwk' })
  return verify(null, Buffer.concat([Buffer.from(`${prefix}\0`), bytesOf(hash)]), publicKey, bytesOf(signature))
}

const vouched = new Map() // `chain:seq` → hash, by checkpoints and by --head
function compare(chain, seq, hash, wasFound) {
  const place = `${chain}:${seq}`
  if ((vouched.get(place) ?? hash) !== hash) fault('known', chain, seq)
  if (wasFound) vouched.delete(place)
  else vouched.set(place, hash)
}

const [file = '', ...options] = process.argv.slice(2)
const keys = new Set()
let misuse = existsSync(file) ? undefined : file
for (let at = 0; at < options.length; at += 2) {
  const value = options[at + 1] ?? ''
  const head = /^(.+):([1-9]\d*):([0-9a-f]{64})$/.exec(value)
  const key = bytesOf(existsSync(value) ? readFileSync(value, 'utf8') : value)
  if (options[at] === '--key' && key.length === 32) keys.add(key.toString('base64'))
  else if (options[at] === '--head' && head) compare(head[1], head[2], Buffer.from(head[3], 'hex').toString('base64'))
  else misuse ??= `${options[at]} ${value}`
}
if (misuse !== undefined) process.exit(say('use', misuse) ?? 2)

const nothing = Buffer.alloc(32).toString('base64')
const [people, heads, bound, strangers] = [new Map(), new Map(), new Map(), new Set()]
const count = { register: 0, person: 0, checkpoint: 0, head: 0, entry: 0, end: 0 }
const kinds = Object.keys(count)
let [number, stage, registerId] = [0, 0]
const digest = createHash('sha256')
let point = { number: 0, hash: nothing, at: '' }
let last = { chain: '', seq: 0, hash: nothing }

function endChain({ chain, seq, hash }) {
  const head = heads.get(chain)
  const isWhole = head?.seq === seq && head.hash === hash && bound.get(chain) === seq
  if (chain !== '' && !isWhole) fault('end', chain, seq)
  heads.delete(chain)
}
const take = {
  register(line) {
    registerId = line.registerId
    if (line.format !== 'hemvag-journal-1') fault('line', 1)
  },
  person: ({ id, signatureKey }) => people.set(id, signatureKey),
  head: (line) => heads.set(line.chain, line),
  checkpoint({ number, at, signer, previous, hash, signature, heads: moved }) {
    const expected = sha256(['hemvag-checkpoint-1', registerId, number, at, signer, previous, moved])
    if (number !== point.number + 1 || previous !== point.hash || hash !== expected) fault('point', number)
    if (!isSigned(people.get(signer), 'hemvag-checkpoint-1', hash, signature)) fault('signature', number)
    if (!keys.has(people.get(signer))) strangers.add(signer)
    for (const [chain, seq, head] of moved) compare(chain, bound.set(chain, seq).get(chain), head)
    compare('checkpoint', number, hash, true)
    point = { number, hash, at }
  },
  entry({ kind: _, hash, ...fields }) {
    const { chain, seq, previous } = fields
    if (chain !== last.chain) {
      endChain(last)
      last = { chain, seq: 0, hash: nothing }
    }
    if (seq !== last.seq + 1 || previous !== last.hash) fault('order', chain, seq)
    if (sha256(['hemvag-journal-1', ...Object.values(fields)]) !== hash) fault('edited', chain, seq)
    compare(chain, seq, hash, true)
    last = { chain, seq, hash }
  },
  end(line) {
    const key = people.get(line.signer)
    const isWhole = line.sha256 === digest.digest('base64')
    if (!isWhole || !isSigned(key, 'hemvag-journal-export-1', line.sha256, line.signature)) fault('file')
    if (keys.size > 0 && !keys.has(key)) fault('key')
  },
}

function read(bytes) {
  number += 1
  const text = bytes.toString('utf8')
  const line = JSON.parse(text)
  const place = kinds.indexOf(line.kind)
  if (JSON.stringify(line) !== text || place < stage) throw new Error('not as it was written')
  stage = place
  if (line.kind !== 'end') digest.update(bytes).update('\n')
  take[line.kind](line)
  count[line.kind] += 1
}
let rest = Buffer.alloc(0)
try {
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
    rest = Buffer.concat([rest, part])
    let from = 0
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10, from)) {
      read(rest.subarray(from, to))
      from = to + 1
    }
    rest = rest.subarray(from)
  }
} catch {
  fault('line', number)
}
endChain(last)
for (const chain of heads.keys()) fault('end', chain, 0)
for (const place of vouched.keys()) fault('cut', place.slice(0, place.lastIndexOf(':')), place.slice(place.lastIndexOf(':') + 1))
if (rest.length > 0 || count.register !== 1 || count.end !== 1 || count.checkpoint === 0) fault('short')
say('count', count.entry, count.head, count.checkpoint, registerId)
if (keys.size === 0) say('keyless')
else for (const stranger of strangers) say('foreign', stranger)
say('later', point.number, point.at)
say(...(faults === 0 ? ['whole'] : ['broken', faults]))
process.exit(faults === 0 ? 0 : 1)
