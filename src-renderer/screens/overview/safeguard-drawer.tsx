import type { ReactNode } from 'react'
import type { GateView, IdentityView } from '#contract/views.ts'
import { departureLabel, nextOf, whyOf } from '../../app/reasons.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { Drawer, DrawerPart } from '../../components/drawer.tsx'
import { Facts } from '../../components/panel.tsx'
import { statusOf } from '../../components/status.ts'
import { StatusTag } from '../../components/status-tag.tsx'
import css from './safeguard-drawer.module.css'

type Given = { readonly gate: GateView; readonly identity: IdentityView; readonly onClose: () => void }

/** One safeguard: the question in full, evidence and dates, what is required now, and on whose authority. */
export function SafeguardDrawer({ gate, identity, onClose }: Given): ReactNode {
  const speech = useSpeech()
  const { t, tOr, day } = speech
  const { today } = useRegister()
  const status = statusOf(gate)
  const short = tOr([`gate.short.${gate.id}`, gate.id])
  const dated = (label: string, iso: string | null) => (iso === null ? undefined : ([label, day(iso)] as const))
  return (
    <Drawer label={short} overline={t('gate.number', { id: gate.id })} onClose={onClose}>
      <DrawerPart>
        <h2 className={css['title']}>{short}</h2>
        <p className={css['standing']}>
          <StatusTag status={status}>{t(`status.${status}`)}</StatusTag>
          {t(gate.kind === 'hard' ? 'gate.absolute' : 'gate.waivable')}
        </p>
      </DrawerPart>
      <DrawerPart>
        <p>{tOr([`gate.${gate.id}`])}</p>
      </DrawerPart>
      <DrawerPart>
        <Facts
          rows={[
            [t('gate.evidence'), tOr([`document-type.${gate.evidence}`])],
            dated(t('gate.metOn'), gate.metOn),
            dated(t(gate.state === 'expired' ? 'gate.heldThrough' : 'gate.validThrough'), gate.validThrough),
            dated(t('gate.renewFrom'), renewal(gate, today)),
            dated(departureLabel(speech, identity), identity.departure),
            gate.blocks.length === 0 ? undefined : [t('gate.blocks'), gate.blocks.map((act) => t(`gate.act.${act}`)).join(', ')],
          ]}
        />
      </DrawerPart>
      <DrawerPart>
        <h3 className={css['heading']}>{t(status === 'met' || status === 'soon' ? 'gate.standing' : 'gate.required')}</h3>
        <p>{whyOf(speech, gate)}</p>
        {gate.blocks.length === 0 ? null : <p className={css['next']}>{`${nextOf(speech, gate, today)}.`}</p>}
      </DrawerPart>
      <DrawerPart>
        <h3 className={css['why']}>{t('gate.why')}</h3>
        {gate.basis === null ? null : (
          <p className={css['small']}>
            {t('gate.basis')} <q lang="en">{gate.basis}</q>
          </p>
        )}
        <p className={css['faint']}>
          {[t(`standing.${gate.standing}`), gate.checked === null ? '' : t(`checked.${gate.checked}`)]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </DrawerPart>
    </Drawer>
  )
}

/** The first day for renewing what is met, where that is still to come; of what is not met the sentence below tells it. */
function renewal({ state, metOn, renewFrom }: GateView, today: string): string | null {
  if (state !== 'met' || renewFrom === null || renewFrom <= today) return null
  return metOn !== null && renewFrom <= metOn ? null : renewFrom
}
