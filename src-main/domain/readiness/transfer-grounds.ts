import type { CaseFile } from '../case/case-file.ts'
import type { Recipient } from '../case/people.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { TransferGround } from '../catalogue/transfers.ts'

type Ground = TransferGround['dataProtection'][number]
type Where = { readonly caseFile: CaseFile; readonly catalogue: Catalogue }

/** Why a ground cannot be chosen for a recipient; each has its sentence under `transfer-ground.<code>`. */
export type GroundHindrance = 'not-for-public-authority' | 'inside-eea-only' | 'outside-eea-only'

/** Whether an office is a public authority: it may not rest a transfer on consent in exercise of its powers. @source GDPR art. 49(3) */
export const isPublicAuthority = ({ office }: CaseFile): boolean => office.type !== 'other'

export function groundHindrance({ caseFile, catalogue }: Where, ground: Ground, { country }: Recipient): GroundHindrance | undefined {
  if (ground.notForPublicAuthority === true && isPublicAuthority(caseFile)) return 'not-for-public-authority'
  const inside = catalogue.countries.find((each) => each.id === country)?.eea === true
  if (ground.place === undefined || ground.place === 'anywhere' || (ground.place === 'inside-eea') === inside) return undefined
  return inside ? 'outside-eea-only' : 'inside-eea-only'
}

export const isSelectable = (where: Where, ground: Ground, recipient: Recipient): boolean =>
  groundHindrance(where, ground, recipient) === undefined

/** The grounds of the catalogue for a kind of recipient. @source catalogue transferGrounds */
export const groundsFor = ({ catalogue }: Pick<Where, 'catalogue'>, { kind }: Recipient): TransferGround | undefined =>
  catalogue.transferGrounds.find((each) => each.recipientKind === kind)
