import { isWeakKey, sha256 } from './algorithms.ts'
import { type Certificate, KEY_USAGE } from './certificate.ts'

export type PurposeFault = 'purpose' | 'critical-extension'
export type PathFault = 'untrusted' | 'issuer-not-ca' | 'expired' | 'spare-certificate'

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
/** E-mail, client, document signing (RFC 9336), and the two vendors' document purposes. anyExtendedKeyUsage is not among them. */
const DOCUMENT_PURPOSES = new Set([
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
])
const MAX_PATH = 8
/** Authorities that certify each other make more paths than anyone can walk. */
const MAX_STEPS = 2000

/** May this certificate sign documents (or stamp time)? KeyUsage bits are read by us: Node's `keyUsage` names the extended purposes. */
export function purposeFault(certificate: Certificate, purpose: 'document' | 'time'): PurposeFault | undefined {
  const { keyUsage, extendedKeyUsage, isAuthority } = certificate
  if (certificate.hasUnknownCriticalExtension) return 'critical-extension'
  if (keyUsage !== undefined && !(keyUsage & (KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation))) return 'purpose'
  if (purpose === 'time') return extendedKeyUsage?.length === 1 && extendedKeyUsage[0] === TIME_STAMPING ? undefined : 'purpose'
  if (extendedKeyUsage && !extendedKeyUsage.some((name) => DOCUMENT_PURPOSES.has(name))) return 'purpose'
  return isAuthority ? 'purpose' : undefined
}

const MAX_LINKS = 1000
const links = new Map<string, boolean>()

/** "This key signed that certificate" is a fact about bytes, so it is remembered; dates and purposes are checked each time. */
function hasIssued(authority: Certificate, certificate: Certificate): boolean {
  if (!authority.subject.equals(certificate.issuer)) return false
  const key = sha256(authority.der, certificate.der).toString('latin1')
  const hit = links.get(key)
  if (hit !== undefined) return hit
  const answer = verifies(certificate, authority)
  if (links.size >= MAX_LINKS) links.clear()
  links.set(key, answer)
  return answer
}

function verifies(certificate: Certificate, authority: Certificate): boolean {
  try {
    return certificate.x509.verify(authority.key)
  } catch {
    return false
  }
}

function mayIssue(authority: Certificate, linksBelow: number): boolean {
  const { isAuthority, keyUsage, pathLength } = authority
  const maySign = keyUsage === undefined || (keyUsage & KEY_USAGE.certificateSigning) !== 0
  const isLongEnough = pathLength === undefined || pathLength >= linksBelow
  return isAuthority && maySign && isLongEnough && !authority.hasUnknownCriticalExtension && !isWeakKey(authority.key)
}

/**
 * The path from a certificate to one of the anchors at a time, or why there is none.
 * @param useAll every offered certificate must be a link of the path
 */
export function findPath(
  leaf: Certificate,
  offered: readonly Certificate[],
  anchors: readonly Certificate[],
  at: number,
  useAll: boolean,
): readonly Certificate[] | PathFault {
  let fault: PathFault = 'untrusted'
  let steps = 0
  const path: Certificate[] = []
  const contains = (list: readonly Certificate[], wanted: Certificate) => list.some((each) => each.der.equals(wanted.der))

  const isGood = (): boolean => {
    if (path.some((each) => at < each.validFrom || at > each.validThrough)) fault = 'expired'
    else if (useAll && offered.some((each) => !contains(path, each))) fault = 'spare-certificate'
    else return true
    return false
  }
  const walk = (certificate: Certificate): boolean => {
    path.push(certificate)
    if (contains(anchors, certificate)) {
      if (isGood()) return true
    } else if (path.length <= MAX_PATH) {
      for (const authority of [...anchors, ...offered]) {
        if (++steps > MAX_STEPS) return false
        if (contains(path, authority) || !hasIssued(authority, certificate)) continue
        if (!mayIssue(authority, path.length - 1)) fault = 'issuer-not-ca'
        else if (walk(authority)) return true
      }
    }
    path.pop()
    return false
  }
  return walk(leaf) ? path : fault
}
