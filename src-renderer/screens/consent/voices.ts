import type { Speech } from '../../app/text.ts'

/** Who says yes or no, together or alone. A custodian speaks only where the case has one. */
export const voiceChoices = ({ t }: Speech, hasCustodian: boolean) =>
  [
    { id: 'child guardian', label: t('consent.voice.both') },
    { id: 'child', label: t('consent.voice.child') },
    { id: 'guardian', label: t('consent.voice.guardian') },
    ...(hasCustodian ? [{ id: 'custodian', label: t('consent.voice.custodian') }] : []),
  ] as const

const hiddenName = '…'

/** Who talked or decided; while names are hidden, by what they were to it. */
export const whoInWords = ({ t }: Speech, name: string, hidden: string): string => (name.trim() === hiddenName ? t(hidden) : name)

/** `Barnet och god man`. */
export function voicesInWords({ t }: Speech, by: readonly string[]): string {
  return by
    .map((voice, index) => (index === 0 ? t(`consent.voice.${voice}`) : t(`consent.voice.${voice}`).toLowerCase()))
    .join(t('list.and'))
}
