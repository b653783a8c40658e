import { BadgeCheck, Eye, FileDown, FileUp, Globe, Handshake, Pencil, PhoneOff, Plus } from 'lucide-react'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const goToPartners: Action<WindowContext> = {
  id: 'go-to-partners',
  label: () => ({ key: 'screen.partners' }),
  icon: Handshake,
  run: (context) => context.goToPartners(),
}

export const goToCountries: Action<WindowContext> = {
  id: 'go-to-countries',
  label: () => ({ key: 'screen.countries' }),
  icon: Globe,
  run: (context) => context.goToCountries(),
}

/** What the acts of these pages look at: whether they can be done now, and what they do. */
export type Doing = { readonly busy: boolean; readonly run: () => void; readonly refusal?: string | undefined }

/** An act with a refusal of its own, or none while something runs. */
export const doing = (id: string, key: string, icon?: Action<Doing>['icon']): Action<Doing> => ({
  id,
  label: () => ({ key }),
  ...(icon === undefined ? {} : { icon }),
  refusal: ({ busy, refusal }) => (refusal !== undefined ? { key: refusal } : busy ? { key: 'partners.busy' } : undefined),
  run: ({ run }) => run(),
})

export const newPartner = doing('new-partner', 'partners.action.new', Plus)
export const openImport = doing('open-import', 'partners.action.import', FileUp)
export const exportPartners = doing('export-partners', 'partners.action.export', FileDown)
export const editPartner = doing('edit-partner', 'partners.action.edit', Pencil)
export const savePartner = doing('save-partner', 'partners.action.save')
export const checkPartner = doing('check-partner', 'partners.action.checked', BadgeCheck)
export const noAnswer = doing('no-answer', 'partners.action.noAnswer', PhoneOff)
export const revealPartner = doing('reveal-partner', 'partners.action.reveal', Eye)
export const clearWish = doing('clear-wish', 'partners.action.clear')
export const closeForm = doing('close-form', 'partners.action.close')
export const lookIntoFile = doing('look-into-file', 'partners.action.look')
export const chooseSheet = doing('choose-sheet', 'action.choose')
export const readIn = doing('read-in', 'partners.action.readIn')
export const editCountry = doing('edit-country', 'partners.action.edit', Pencil)
export const saveCountry = doing('save-country', 'partners.action.save')
